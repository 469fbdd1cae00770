/** What `noroshi --help` prints. */
export const usage = `noroshi - 不審なメールを調べ、警告を分かち合う / examines suspicious mail, shares warnings

  noroshi analyse FILE... [options]   メールやアクセスログを調べます / examine mail and access logs
  noroshi techniques [ID]             手口の一覧と説明 / the techniques and what is known of them
  noroshi audit verify FILE... [--key KEY.pem]
                                      書き出した監査の記録を検証します / check exports of the audit log
  noroshi check-leaks FILE... --names NAMES [--json] [--en]
                                      送り出すファイルに名前が残っていないか調べます / search files about to leave for names
  noroshi serve                       ハブを動かします / run the hub
  noroshi demo                        試用のハブを動かします / run a demonstration hub
  noroshi break-glass --email ADDRESS [--data FOLDER]
                                      管理者がだれも入れないときの非常用リンク / emergency link when no administrator can sign in
  noroshi --help | --version

FILE       .eml, .msg, mbox, zip, ほかのファイル / any other file,
           フォルダ / folder, - (標準入力 / standard input)
           アクセスログ（.gz、.zst も）/ access logs (.gz and .zst too)

  --register FILE.json   比べる組織とドメインの登録簿 / organisations and domains to compare with
  --password PASSWORD    暗号化zipのパスワード（何度でも）/ password of encrypted zips (repeatable)
  --all                  すべての所見と、読めなかったところ / every finding and what could not be read
  --json                 1通を1行のJSONで / one line of JSON for each mail
  --sarif                全体を1つのSARIF 2.1.0で / one SARIF 2.1.0 document for the run
  --rules FILE.yar       YARAルールも当てる（何度でも）/ ask YARA rules too (repeatable)
  --dns FILE             DNSの回答（digの出力など、何度でも）/ DNS answers, as dig prints them (repeatable)
  --exit-code            中以上の所見があれば 1 で終わる / answer 1 when something was found
  --en                   英語で / in English

終了コード / exit codes
  0  すべて調べました / everything was examined
  1  （--exit-code）中以上の所見あり、監査の記録に食い違いあり / something of medium or strong weight, an audit log that does not hold
  2  使い方の誤り / not understood
  3  読めないファイルあり / some file could not be read
check-leaks: 0 見つからない / no trace、1 痕跡あり / traces、2 調べ切れない / could not be searched
`
