import { useCallback, useState } from 'react';
import { ArrowRight } from 'lucide-react';
import { useDoorsWords } from '../../i18n/doors/words.ts';
import { useWords } from '../../i18n/I18n.tsx';
import { hashOf, labHash, raceHash } from '../address/route.ts';
import { QUESTIONS, RACES } from '../address/exampleLinks.ts';
import type { QuestionId } from '../address/exampleLinks.ts';
import { later } from '../../ui/later.tsx';
import { useAfterFirstPicture } from '../firstPicture.ts';
import { FirstRiver, HAS_PICTURE } from './FirstRiver.tsx';
import styles from './Start.module.css';

const StartLanes = later(async () => (await import('./StartLanes.tsx')).StartLanes);
// Requested together with this file, so that the words do not wait for the charts; a failure is shown on rendering.
StartLanes.fetch().catch(() => undefined);
// After the first picture. Optional: the page works without it if the network fails.
const StartRiver = later(async () => (await import('./StartRiver.tsx')).StartRiver, {
  optional: true,
  place: <FirstRiver />,
});

const IDS = Object.keys(QUESTIONS).filter((id): id is QuestionId => id in QUESTIONS);

const MORE = ['questions', 'papers', 'class', 'poster'] as const;

/** The start page: one sentence, four initializations computed live, and links to the views. */
export function Start() {
  const { start } = useWords();
  const doors = useDoorsWords();
  const [quiet, setQuiet] = useState(false);
  const drawRiver = useCallback(() => setQuiet(true), []);
  useAfterFirstPicture(drawRiver);
  return (
    <div className={styles['start']}>
      <div className={styles['lead']}>
        <h1>{start.title}</h1>
        <p>{start.lead}</p>
      </div>
      <div className={styles['river']} data-still={HAS_PICTURE}>
        {quiet ? <StartRiver /> : <FirstRiver />}
      </div>
      <div className={styles['stage']}>
        <StartLanes />
      </div>
      <div className={styles['doors']}>
        <Door href={hashOf('lesson')} name={start.openLesson} hint={start.openLessonHint} />
        <Door href={hashOf('lab')} name={start.openLab} hint={start.openLabHint} />
        <Door href={raceHash(RACES.deep)} name={start.openRaces} hint={start.openRacesHint} />
        <nav aria-labelledby="questions">
          <h2 id="questions">{start.ask}</h2>
          <ul className={styles['questions']}>
            {IDS.map((id) => (
              <li key={id}>
                <a href={labHash(QUESTIONS[id])}>
                  {start.questions[id]}
                  <ArrowRight aria-hidden size="1em" />
                </a>
              </li>
            ))}
            {MORE.map((view) => (
              <li key={view}>
                <a href={hashOf(view)}>
                  {doors[view]}
                  <ArrowRight aria-hidden size="1em" />
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}

interface DoorProps {
  readonly href: string;
  readonly name: string;
  readonly hint: string;
}

function Door({ href, name, hint }: DoorProps) {
  return (
    <a className={styles['door']} href={href}>
      <strong>
        {name}
        <ArrowRight aria-hidden size="1.1em" />
      </strong>
      <span>{hint}</span>
    </a>
  );
}
