import type { CompletionCommand, CompletionModel, CompletionOption } from './model.ts';

/** Reads the words through COMP_WORDS and COMP_CWORD, as the bash manual describes under Programmable Completion. */
export function bashScript({ program, commands, options }: CompletionModel): string {
  const own = `_${program}`;
  return `# bash completion for ${program}
${own}() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]-} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -le 1 ]; then
    words='${[...commands.map(({ name }) => name), ...flagsOf(options)].join(' ')}'
  else
    case $command in
${commands.map(commandCase).join('\n')}
    esac
  fi
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$words" -- "$current")
}
complete -F ${own} ${program}
`;
}

function commandCase({ name, options, words }: CompletionCommand): string {
  const cases = options.filter(({ value }) => value !== 'none').map(valueCase);
  const rest = [...words, ...flagsOf(options)].join(' ');
  return `    ${name})
      case $before in
${cases.join('\n')}${cases.length > 0 ? '\n' : ''}        *) words='${rest}' ;;
      esac ;;`;
}

function valueCase({ flags, value }: CompletionOption): string {
  const pattern = flags.join('|');
  if (value === 'file') {
    return `        ${pattern}) compopt -o filenames 2>/dev/null; local file
          while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$current"); return ;;`;
  }
  return `        ${pattern}) ${typeof value === 'string' ? 'return' : `words='${value.join(' ')}'`} ;;`;
}

function flagsOf(options: readonly CompletionOption[]): string[] {
  return options.flatMap(({ flags }) => flags.filter((flag) => flag.startsWith('--')));
}
