import type { CompletionModel, CompletionOption } from './model.ts';

/** A native argument completer (about_Register-ArgumentCompleter). */
export function powershellScript({ program, commands, options }: CompletionModel): string {
  return `# PowerShell completion for ${program}
Register-ArgumentCompleter -Native -CommandName ${program} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  $done = if ($wordToComplete) { $words.Count - 1 } else { $words.Count }
  $before = if ($done -gt 0) { $words[$done - 1] } else { '' }
  $command = if ($done -gt 1) { $words[1] } else { '' }
  $table = @{
    '' = @{ Words = @(${list([...commands.map(({ name }) => name), ...flagsOf(options)])}); Values = @{} }
${commands.map(({ name, options: own, words }) => `    ${quoted(name)} = @{ Words = @(${list([...words, ...flagsOf(own)])}); Values = @{ ${valuesOf(own)} } }`).join('\n')}
  }
  $entry = $table[$command]
  if (-not $entry) { return }
  $offered = $entry.Words
  if ($entry.Values.ContainsKey($before)) { $offered = $entry.Values[$before] }
  $offered | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

/** Nothing is offered after an option that takes anything or a file: PowerShell then offers files by itself. */
function valuesOf(options: readonly CompletionOption[]): string {
  return options
    .flatMap(({ flags, value }) =>
      value === 'none'
        ? []
        : flags.map((flag) => `${quoted(flag)} = @(${typeof value === 'string' ? '' : list(value)})`),
    )
    .join('; ');
}

function flagsOf(options: readonly CompletionOption[]): string[] {
  return options.flatMap(({ flags }) => flags.filter((flag) => flag.startsWith('--')));
}

function list(words: readonly string[]): string {
  return words.map(quoted).join(', ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
