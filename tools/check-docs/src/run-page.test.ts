import { expect, test } from 'vitest'
import { blocksOf } from './blocks.ts'
import { runPage } from './run-page.ts'

const page = (text: string) => blocksOf(text.replaceAll('~~~', '```'))

const right = `
~~~yaml file=a/b.yaml
x: 1
~~~
~~~console
$ cat a/b.yaml
x: 1
$ cd a && n=7
~~~
~~~console not-run=long
$ false
~~~
~~~console
$ echo $n; ls; ls /no
7
b.yaml
…
$ echo $?
2
$ echo one; echo two
~~~
`

test('what is right is as shown: files, one shell, what is left out, a code that is asked for', async () => {
  const ran = await runPage(page(right))
  expect(ran.map(({ command }) => command)).toEqual([
    'cat a/b.yaml',
    'cd a && n=7',
    'echo $n; ls; ls /no',
    'echo $?',
    'echo one; echo two',
  ])
  for (const { shown, printed } of ran) expect(printed).toBe(shown)
})

test.each([
  { case: 'another text', lines: '$ echo three\ntwo', printed: 'three' },
  { case: 'a line more', lines: '$ echo two; echo three\ntwo', printed: 'two\nthree' },
  { case: 'nothing', lines: '$ true\ntwo', printed: '' },
  { case: 'a failure that the page is silent about', lines: '$ false', printed: '\n(exit code 1)' },
  { case: 'a failure although the text is right', lines: '$ echo two; false\ntwo', printed: 'two\n(exit code 1)' },
  { case: 'a program that is not there', lines: '$ no-such-thing', printed: expect.stringMatching('not found\n') },
])('what is wrong is told: $case', async ({ lines, printed }) => {
  const [ran] = await runPage(page(`~~~console\n${lines}\n~~~`))
  expect(ran?.printed).toEqual(printed)
  expect(ran?.printed).not.toBe(ran?.shown)
})
