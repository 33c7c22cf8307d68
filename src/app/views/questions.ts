/** Labs worth opening: each is a link that asks something; the words are in i18n. */
export const QUESTIONS = {
  hundred:
    'lane=random_normal(std=1)&lane=random_normal(std=0.01)&lane=xavier_normal&lane=he_normal&depth=100&width=256',
  widths:
    'lane=random_normal(std=0.1);width=25&lane=random_normal(std=0.1);width=100&lane=random_normal(std=0.1);width=400&act=tanh&depth=20',
  frameworks: 'lane=pytorch_linear&lane=xavier_uniform&lane=lecun_normal&lane=he_normal&depth=20',
  sigmoid: 'lane=random_normal(std=0.1)&lane=xavier_normal&lane=xavier_normal(gain=4)&act=sigmoid',
} as const;

export type QuestionId = keyof typeof QUESTIONS;
