import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Allows custom properties in `style`. */
    readonly [property: `--${string}`]: string | number | undefined;
  }
}
