import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Custom properties are styles too. */
    readonly [property: `--${string}`]: string | number | undefined;
  }
}
