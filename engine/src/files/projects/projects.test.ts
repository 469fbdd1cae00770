import { expect, test } from 'vitest'
import { startBudget } from '../archives/archive-member.ts'
import { detectType } from '../types/detect-type.ts'
import type { FileReading } from '../file-reading.ts'
import { projects } from './reader.ts'

async function read(text: string): Promise<FileReading> {
  const bytes = Buffer.from(text)
  const type = detectType(bytes, 'a.xml') ?? ''
  expect(projects.reads(type, '')).toBe(true)
  return projects.read({ bytes, type, fileName: '', passwords: [], budget: startBudget(1_000_000) })
}

const NAMESPACE = 'xmlns="http://schemas.microsoft.com/developer/msbuild/2003"'

test('a task written into an MSBuild project is a sign', async () => {
  const { signs, facts } = await read(`<Project ToolsVersion="4.0" ${NAMESPACE}>
  <Target Name="Hello"><ClassExample /></Target>
  <UsingTask TaskName="ClassExample" TaskFactory="CodeTaskFactory" AssemblyFile="Microsoft.Build.Tasks.v4.0.dll">
    <Task><Code Type="Class" Language="cs"><![CDATA[ public class ClassExample { } ]]></Code></Task>
  </UsingTask></Project>`)
  expect(signs).toEqual([{ kind: 'msbuild-task', excerpt: 'public class ClassExample { }' }])
  expect(facts).toEqual([{ name: 'task-name', value: 'ClassExample' }])
})

test('a command is heard in either kind of quotes', async () => {
  const { signs } = await read(
    `<Project ${NAMESPACE}><Target Name="a"><Exec Command='cmd /c "b"'/><Exec Command="c"/></Target></Project>`,
  )
  expect(signs?.map(({ excerpt }) => excerpt)).toEqual(['cmd /c "b"', 'c'])
})

test('a project that only compiles shows no sign', async () => {
  const { signs } = await read(
    `<Project ToolsVersion="15.0" ${NAMESPACE}><ItemGroup><Compile Include="a.cs" /></ItemGroup></Project>`,
  )
  expect(signs).toEqual([])
})

test('a task definition says what is started, when and as whom', async () => {
  const { signs, facts } = await read(`<?xml version="1.0"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Author>PC\\user</Author><URI>\\Updater</URI></RegistrationInfo>
  <Triggers><LogonTrigger><Enabled>true</Enabled></LogonTrigger></Triggers>
  <Settings><Hidden>true</Hidden></Settings>
  <Actions Context="Author"><Exec><Command>rundll32.exe</Command>
    <Arguments>C:\\Users\\Public\\a.dll,Run &amp; stay</Arguments></Exec></Actions></Task>`)
  expect(signs).toEqual([
    { kind: 'scheduled-task', excerpt: 'rundll32.exe C:\\Users\\Public\\a.dll,Run & stay' },
  ])
  expect(facts).toEqual([
    { name: 'task-author', value: 'PC\\user' },
    { name: 'task-uri', value: '\\Updater' },
    { name: 'task-hidden', value: 'true' },
    { name: 'trigger', value: 'LogonTrigger' },
  ])
})
