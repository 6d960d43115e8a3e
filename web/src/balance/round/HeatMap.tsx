import { Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { useDistrict } from '@/identity/session';
import type { Form } from '../form';
import type { Column } from '../heat';
import { shortened, tally } from '../heat';
import type { Shown } from './AnswersDrawer';
import classes from './HeatMap.module.css';
import { RatingMark, ratings, useRatingWord } from './Rating';
import { useCells } from './useCells';

/** Up to so many schools have their names upright and the ratings in words. */
const few = 6;

interface HeatMapProps {
  form: Form;
  columns: Column[];
  show: (shown: Shown) => void;
}

/** Functions by schools. Each cell leads to the words behind it. */
export function HeatMap({ form, columns, show }: HeatMapProps) {
  const { t } = useTranslation('balance');
  const { id: district } = useDistrict();
  const word = useRatingWord();
  const wide = columns.length <= few;
  const cells = useCells(form.functions.length, columns.length + 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who scrolls by keyboard has to get in
    <section className={classes.region} aria-label={t('heat.table')} tabIndex={0}>
      <table
        ref={cells.table}
        className={classes.table}
        data-wide={wide || undefined}
        onKeyDown={cells.onKeyDown}
      >
        <caption className={classes.caption}>{t('heat.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes.corner}>
              {t('heat.function')}
            </th>
            {columns.map(({ template, name }) => (
              <th key={template.id} scope="col" className={classes.school}>
                <TextLink
                  to="/d/$district/templates/$template"
                  params={{ district, template: template.id }}
                  className={classes.name}
                  title={name}
                  aria-label={name}
                  dir="auto"
                >
                  {wide ? name : shortened(name)}
                </TextLink>
              </th>
            ))}
          </tr>
        </thead>
        {form.areas.map((area) => (
          <tbody key={area.id}>
            <tr>
              <th scope="rowgroup" colSpan={columns.length + 1} className={classes.area}>
                <span>{area.title}</span>
              </th>
            </tr>
            {area.functions.map((item) => {
              const row = form.functions.indexOf(item);
              const counts = tally(columns, item.id);
              return (
                <tr key={item.id}>
                  <th scope="row" className={classes.function}>
                    <UnstyledButton
                      className={classes.title}
                      onClick={() => show({ function: item.id })}
                      {...cells.cell(row, 0)}
                    >
                      {item.title}
                      <Text component="span" display="block" size="xs" c="dimmed">
                        {ratings
                          .filter((rating) => counts.get(rating))
                          .map((rating) => t(`count.${rating}`, { count: counts.get(rating) }))
                          .join(' · ')}
                      </Text>
                    </UnstyledButton>
                  </th>
                  {columns.map((column, place) => {
                    const rating = column.rating(item.id);
                    return (
                      <td key={column.template.id}>
                        <UnstyledButton
                          className={classes.cell}
                          aria-label={t('heat.cell', {
                            school: column.name,
                            function: item.title,
                            rating: word(rating),
                          })}
                          onClick={() => show({ function: item.id, school: column.school })}
                          {...cells.cell(row, place + 1)}
                        >
                          <RatingMark rating={rating} wide={wide} />
                        </UnstyledButton>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </section>
  );
}
