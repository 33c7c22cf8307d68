import { useI18n } from '../../i18n/I18n.tsx';
import type { Notice as Data } from '../../engine/notice.ts';
import { useStore } from '../../store/store.ts';
import { Notice } from '../../ui/Notice.tsx';

/** If there are more notices, only their number is given. */
const MAX_LISTED = 4;

/** Notices about the link and about the threads. */
export function Notices({ link }: { readonly link: boolean }) {
  const { words } = useI18n();
  const restarted = useStore((state) => state.restarted);
  const dismiss = useStore((state) => state.dismissRestarted);
  return (
    <>
      {link && <LinkNotices />}
      {restarted && (
        <Notice action={words.notices.dismiss} onAction={dismiss}>
          {words.problems.restarted}
        </Notice>
      )}
    </>
  );
}

/** The errors in a link, in one sentence. */
function LinkNotices() {
  const { words, format, language } = useI18n();
  const notices = useStore((state) => state.notices);
  const dismiss = useStore((state) => state.dismissNotices);
  if (notices.length === 0) return null;
  const say = ({ code, key, given, used, lane }: Data): string => {
    const text = words.notices[code](key, given, used);
    return lane === null ? text : words.notices.lane(format.integer(lane + 1), text);
  };
  const told = notices.slice(0, MAX_LISTED).map(say);
  const rest = notices.length - told.length;
  const items = rest > 0 ? [...told, words.notices.more(format.integer(rest))] : told;
  return (
    <Notice action={words.notices.dismiss} onAction={dismiss}>
      {words.notices.heading} {items.join(language === 'fa' ? '؛ ' : '; ')}.
    </Notice>
  );
}
