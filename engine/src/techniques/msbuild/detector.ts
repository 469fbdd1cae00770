import { placeOfSign } from '../reading/places.ts'
import { findSignedFiles, toFileDetail } from '../reading/signed-files.ts'
import { toVisibleName } from '../reading/visible-name.ts'
import { defineTechnique } from '../technique.ts'

/** A project file whose build runs the program written inside it, with a tool Windows brings along. */
export const msbuild = defineTechnique({
  id: 'msbuild',
  title: { ja: 'MSBuildの悪用', en: 'Program inside an MSBuild project' },
  about: {
    ja: 'MSBuildのプロジェクトファイル（XML）にプログラムを書き込み、Windowsに入っている正規のツールMSBuild.exeに実行させる手口です。実行ファイルを置かないため、許可リストや対策ソフトをすり抜けます。',
    en: 'A program is written into an MSBuild project file (XML) and run by MSBuild.exe, a genuine tool of Windows. No executable file is needed, which gets past allow-lists and scanners.',
  },
  attack: ['T1127.001', 'T1027.009'],
  weight: 'strong',
  innocent: [
    {
      ja: 'ソフトウェアの開発では、インラインタスクを含むプロジェクトファイルを正当に使うことがあります。',
      en: 'Software developers have honest uses for inline tasks in project files.',
    },
  ],
  blindSpots: [
    {
      ja: '外部のDLLをタスクとして読み込むだけのプロジェクトは、そのDLLを見ないと判断できません。',
      en: 'A project that only loads a task from another DLL cannot be judged without that DLL.',
    },
  ],
  advice: {
    ja: 'このファイルを開いたりビルドしたりしないでください。端末でMSBuild.exeが起動した記録がないか、窓口に調べてもらってください。',
    en: 'Do not open or build the file. Have your security desk look for unexpected runs of MSBuild.exe.',
  },
  source: '2020Q1 §5',

  detect(message, { artefacts }) {
    return findSignedFiles(artefacts, ['msbuild-task']).map((found) => {
      const name = toVisibleName(found.file)
      return {
        where: placeOfSign(message, found.file, found.signs[0]),
        say: {
          ja: `「${name}」はMSBuildのプロジェクトファイルで、中に書かれたプログラムをMSBuild.exeがコンパイルして実行します。`,
          en: `“${name}” is an MSBuild project; MSBuild.exe compiles and runs the program written inside it.`,
        },
        detail: toFileDetail(found),
      }
    })
  },
})
