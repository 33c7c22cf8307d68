import { useEffect, useRef } from 'react';
import { SOURCES } from '../../engine/targets/sources.ts';
import { targetBadge } from '../../engine/targets/target.ts';
import type { Target } from '../../engine/targets/target.ts';
import { useI18n } from '../../i18n/I18n.tsx';
import { rowWords } from '../../i18n/papers/en.ts';
import { usePapersWords } from '../../i18n/papers/words.ts';
import { useRunError } from '../../panels/lanes/useRunError.ts';
import { Badge } from '../../panels/papers/Badge.tsx';
import { TargetValues } from '../../panels/papers/TargetValues.tsx';
import { isPending, useTargets } from '../../store/targets/targetsStore.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { Ltr } from '../../ui/Ltr.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { itemHash, labHash, mapHash, raceHash } from '../address/route.ts';
import styles from './papers.module.css';

const TargetCurves = later(
  async () => (await import('../../panels/papers/TargetCurves.tsx')).TargetCurves,
);
const TargetPicture = later(
  async () => (await import('../../panels/papers/TargetPicture.tsx')).TargetPicture,
);
const TargetDraws = later(
  async () => (await import('../../panels/papers/TargetDraws.tsx')).TargetDraws,
);

/** Enough seeds to see the tails of a distribution. */
const MANY_SEEDS = 49;

interface TargetRowProps {
  readonly target: Target;
  /** Whether the address names this row. */
  readonly isNamed: boolean;
}

/** A row of the table of targets: the printed value, the run, and the comparison. */
export function TargetRow({ target, isNamed }: TargetRowProps) {
  const { format } = useI18n();
  const words = usePapersWords();
  const sayError = useRunError();
  const state = useTargets((all) => all.states[target.id]);
  const run = useTargets((all) => all.run);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isNamed) place.current?.scrollIntoView();
  }, [isNamed]);
  const { id, source, door } = target;
  const measured = state?.kind === 'done' ? state.measured : null;
  const { title } = rowWords(words, id);
  const pending = isPending(state);
  return (
    <article ref={place} className={styles['row']} data-paper={id} data-named={isNamed}>
      <header className={styles['head']}>
        <h3>
          <a href={itemHash('papers', id)} className={styles['id']}>
            <Ltr>{id}</Ltr>
          </a>{' '}
          {title}
        </h3>
        {measured !== null && <Badge badge={targetBadge(target, measured)} />}
      </header>
      <p className={styles['source']}>
        <SourceName id={source} /> <PlaceName target={target} /> · {words.printed}{' '}
        <Ltr>{target.printed}</Ltr>
      </p>
      <TargetValues target={target} measured={measured} />
      <p className={styles['small']}>
        <BandOrigin target={target} />
        {measured !== null && measured.draws.length > 1 && (
          <> · {words.from(format.integer(measured.draws.length))}</>
        )}
        {state?.kind === 'done' && <> · {words.took(format.duration(state.ms))}</>}
      </p>
      {state?.kind === 'failed' && <Notice>{words.failed(sayError(state.error))}</Notice>}
      <div className={styles['tools']}>
        <Button
          data-action="run"
          disabled={pending}
          onClick={() => run([id])}
          aria-label={`${measured === null ? words.run : words.again}: ${title}`}
        >
          {measured === null ? words.run : words.again}
        </Button>
        {target.prints === 'draw' && (
          <Button data-action="run-more" disabled={pending} onClick={() => run([id], MANY_SEEDS)}>
            {words.more(format.integer(MANY_SEEDS))}
          </Button>
        )}
        <Door door={door} />
        {state?.kind === 'waiting' && <span>{words.waiting}</span>}
        {state?.kind === 'running' && (
          <progress value={state.share} max={1} aria-label={words.running} />
        )}
      </div>
      {measured !== null && (
        <>
          {target.prints === 'draw' && <TargetDraws target={target} measured={measured} />}
          {measured.picture !== undefined && (
            <TargetPicture target={target} picture={measured.picture} raceHref={raceHash} />
          )}
          {measured.curves.length > 0 && (
            <TargetCurves
              target={target}
              curves={measured.curves}
              beside={measured.picture !== undefined}
            />
          )}
        </>
      )}
    </article>
  );
}

function Door({ door: { kind, query } }: Pick<Target, 'door'>) {
  const words = usePapersWords();
  switch (kind) {
    case 'lab':
      return <a href={labHash(query)}>{words.openLab}</a>;
    case 'race':
      return <a href={raceHash(query)}>{words.openRace}</a>;
    case 'map':
      return <a href={mapHash(query)}>{words.openMap}</a>;
  }
}

function SourceName({ id }: { readonly id: Target['source'] }) {
  const { name, title, url } = SOURCES[id];
  if (url === null) return <Ltr>{name}</Ltr>;
  return (
    <a href={url} target="_blank" rel="noreferrer" title={title}>
      <Ltr>{name}</Ltr>
    </a>
  );
}

function PlaceName({ target: { place } }: { readonly target: Target }) {
  const { places } = usePapersWords();
  if (place.at === '') return null;
  return (
    <>
      {places[place.kind]} <Ltr>{place.at}</Ltr>
    </>
  );
}

function BandOrigin({ target: { band } }: { readonly target: Target }) {
  const { format } = useI18n();
  const { origin } = usePapersWords();
  switch (band.kind) {
    case 'exact':
      return origin.exact;
    case 'tolerance':
      return origin.tolerance(format.percent(band.share));
    case 'seeds':
      return origin.seeds(format.integer(band.seeds));
  }
}
