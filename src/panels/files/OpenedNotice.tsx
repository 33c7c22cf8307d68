import { useI18n } from '../../i18n/I18n.tsx';
import { MAX_BYTES } from '../../store/files/imports.ts';
import type { Opened, OpenProblem } from '../../store/files/imports.ts';
import { Notice } from '../../ui/Notice.tsx';

interface OpenedNoticeProps {
  readonly opened: Opened;
  readonly onDismiss: () => void;
}

/** Says that a file was opened, or why it could not be. */
export function OpenedNotice({ opened, onDismiss }: OpenedNoticeProps) {
  const { words, format } = useI18n();
  const { files, notices } = words;
  const why = (problem: OpenProblem): string => {
    switch (problem.reason) {
      case 'too-big':
        return files.reasons['too-big'](format.bytes(problem.bytes), format.bytes(MAX_BYTES));
      case 'bad-field':
        return files.reasons['bad-field'](problem.path);
      default:
        return files.reasons[problem.reason]();
    }
  };
  const { name, problem } = opened;
  return (
    <Notice action={notices.dismiss} onAction={onDismiss}>
      <p data-opened={problem === null ? 'yes' : problem.reason}>
        {problem === null ? files.opened(name) : `${files.refused(name)} ${why(problem)}`}
      </p>
    </Notice>
  );
}
