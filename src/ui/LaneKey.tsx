import styles from './LaneKey.module.css';

interface LaneKeyProps {
  readonly tone: number;
  readonly dash: string | undefined;
  readonly shade?: number | undefined;
}

/** A sample of a lane's line, as drawn in charts. */
export function LaneKey({ tone, dash, shade }: LaneKeyProps) {
  return (
    <svg
      className={styles['key']}
      viewBox="0 0 24 4"
      data-tone={tone}
      data-dash={dash}
      data-shade={shade}
      aria-hidden="true"
    >
      <path d="M0,2H24" />
    </svg>
  );
}
