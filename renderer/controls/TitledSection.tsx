import { Subtitle2 } from '@fluentui/react-components';
import { type ComponentProps, useId } from 'react';

type TitledSectionProps = Omit<ComponentProps<'section'>, 'aria-labelledby'> & { title: string };

/** A part of a page under a heading of its own, after which it is called. */
export const TitledSection = ({ title, children, ...section }: TitledSectionProps) => {
  const id = useId();
  return (
    <section {...section} aria-labelledby={id}>
      <Subtitle2 as="h3" id={id}>
        {title}
      </Subtitle2>
      {children}
    </section>
  );
};
