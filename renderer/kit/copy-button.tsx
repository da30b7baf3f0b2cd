import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useApp } from '../app/context.tsx';
import { useWords } from '../words/context.tsx';

interface Props {
  /** What is copied; a function where making it costs something. */
  readonly text: string | (() => string);
  /** What the button says; "Copy" unless given. */
  readonly label?: string;
  readonly size?: 'small' | 'medium' | 'large';
  readonly appearance?: 'primary' | 'secondary' | 'subtle' | 'outline';
}

/** Copies and says so, in its place. */
export function CopyButton({ text, label, size = 'medium', appearance = 'secondary' }: Props) {
  const { bridge, announce } = useApp();
  const { app: words } = useWords();
  const [copied, setCopied] = useState(false);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    await bridge.call('clipboard.write', typeof text === 'string' ? text : text());
    setCopied(true);
    announce(words.copied);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setCopied(false), 2_000);
  };
  const name = label ?? words.copy;
  // Both words take up the same room, so that nothing beside the button moves.
  return (
    <Button size={size} appearance={appearance} onClick={() => void copy()}>
      <span style={{ display: 'inline-grid' }}>
        <span style={{ gridArea: '1 / 1', visibility: copied ? 'hidden' : 'visible' }}>{name}</span>
        <span aria-hidden style={{ gridArea: '1 / 1', visibility: copied ? 'visible' : 'hidden' }}>
          {words.copied}
        </span>
      </span>
    </Button>
  );
}
