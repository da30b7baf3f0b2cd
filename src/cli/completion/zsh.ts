import type { CompletionCommand, CompletionModel, CompletionOption } from './model.ts';

/** Works as an autoloaded function in $fpath, and when it is sourced. */
export function zshScript({ program, commands, options }: CompletionModel): string {
  return `#compdef ${program}
# zsh completion for ${program}
_${program}() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  _arguments -C ${options.flatMap(specsOf).join(' ')} '1: :->command' '*:: :->rest'
  case $state in
    command)
      local -a commands
      commands=(
${commands.map(({ name, summary }) => `        ${quoted(`${name}:${summary}`)}`).join('\n')}
      )
      _describe command commands ;;
    rest)
      case $line[1] in
${commands.map(commandCase).join('\n')}
      esac ;;
  esac
}
if [ "$funcstack[1]" = "_${program}" ]; then _${program} "$@"; else compdef _${program} ${program}; fi
`;
}

function commandCase({ name, options, words }: CompletionCommand): string {
  const positional = words.length > 0 ? `'1: :(${words.join(' ')})'` : `'1: : '`;
  const specs = [...options.flatMap(specsOf), positional].map((spec) => `          ${spec}`);
  return `        ${name})\n          _arguments \\\n${specs.join(' \\\n')} ;;`;
}

function specsOf({ flags, description, value }: CompletionOption): string[] {
  const text = description.replace(/[[\]:\\]/g, '\\$&');
  const after = { none: '', any: ': : ', file: ':file:_files' };
  const suffix = typeof value === 'string' ? after[value] : `:value:(${value.join(' ')})`;
  return flags.map((flag) => quoted(`*${flag}[${text}]${suffix}`));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
