/** Example labs, as queries: each asks a question, whose text is in i18n. */
export const QUESTIONS = {
  hundred:
    'lane=random_normal(std=1)&lane=random_normal(std=0.01)&lane=xavier_normal&lane=he_normal&depth=100&width=256',
  widths:
    'lane=random_normal(std=0.1);width=25&lane=random_normal(std=0.1);width=100&lane=random_normal(std=0.1);width=400&act=tanh&depth=20',
  frameworks:
    'lane=pytorch_linear&lane=xavier_uniform&lane=lecun_normal&lane=he_normal&depth=20&width=256',
  sigmoid:
    'lane=random_normal(std=0.1)&lane=xavier_normal&lane=xavier_normal(gain=4)&act=sigmoid&depth=10&width=256',
} as const;

/** Example races, as queries. */
export const RACES = {
  deep: 'lane=xavier_normal&lane=he_normal&lane=pytorch_linear&depth=30&width=32',
  zero: 'lane=zeros&lane=random_normal(std=0.1)&lane=xavier_normal&act=tanh&depth=3&width=8&lr=0.1',
  symmetric:
    'lane=constant(value=0.5)&lane=xavier_normal&act=tanh&depth=2&width=8&lr=0.1&input=moons',
  rescue:
    'lane=random_normal(std=0.01)&lane=random_normal(std=0.01);rescue=batch_norm&lane=he_normal&depth=10&width=32&lr=0.1',
  sigmoid:
    'lane=xavier_normal&lane=xavier_normal(gain=4)&lane=xavier_normal;act=tanh&act=sigmoid&depth=8&width=32&lr=0.1',
  spirals: 'lane=xavier_normal&lane=he_normal&depth=4&width=32&input=spirals&lr=0.1&steps=3000',
} as const;

export type RaceId = keyof typeof RACES;

export type QuestionId = keyof typeof QUESTIONS;
