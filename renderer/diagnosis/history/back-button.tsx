import { Button } from '@fluentui/react-components';
import { useWords } from '../../words/context.tsx';

export function BackButton({ onBack }: { onBack(): void }) {
  const { history: words } = useWords().views;
  return (
    <div>
      <Button size="small" onClick={onBack} autoFocus>
        ← {words.back}
      </Button>
    </div>
  );
}
