import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';

type AnchorAttributes = Omit<ComponentPropsWithoutRef<'a'>, keyof AnchorProps>;
type ButtonAttributes = Omit<ComponentPropsWithoutRef<'a'>, keyof ButtonProps>;

/** Typed router links that look like Mantine's: `<TextLink to="/d/$district/plan" params={…}>`. */
export const TextLink = createLink(
  forwardRef<HTMLAnchorElement, AnchorProps & AnchorAttributes>((props, ref) => (
    <Anchor ref={ref} {...props} />
  )),
);

export const ButtonLink = createLink(
  forwardRef<HTMLAnchorElement, ButtonProps & ButtonAttributes>((props, ref) => (
    <Button component="a" ref={ref} {...props} />
  )),
);
