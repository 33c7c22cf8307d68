import type { ButtonHTMLAttributes } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'plain' | 'strong' | 'quiet' | 'link';
}

export function Button({ kind = 'plain', className, ...rest }: ButtonProps) {
  const names = [styles['button'], styles[kind], className].filter(Boolean).join(' ');
  return <button type="button" className={names} {...rest} />;
}
