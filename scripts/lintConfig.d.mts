export const LINT_CONFIG: Readonly<Record<string, unknown>>;
/** The first line of .oxlintrc.json: a comment. */
export const HEADER: string;
