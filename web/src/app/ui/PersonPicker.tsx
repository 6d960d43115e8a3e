import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { type Person, usePeopleMatching } from '@/people/queries';

/** A person of the district, or a name typed freely (a parent, a partner): then no id. */
export interface PickedPerson {
  person_id: string | null;
  name: string;
}

interface PersonPickerProps
  extends Omit<AutocompleteProps, 'value' | 'onChange' | 'data' | 'defaultValue'> {
  value: PickedPerson;
  onChange: (value: PickedPerson) => void;
}

export function PersonPicker({ value, onChange, ...input }: PersonPickerProps) {
  const { t } = useTranslation();
  const { id: district } = useDistrict();
  const typed = value.name.trim();
  const [q] = useDebouncedValue(typed, 200);
  const { data: people = [], isPlaceholderData } = usePeopleMatching(district, q);
  const options = optionsOf(people);
  // Whoever types fast and presses Enter must not get a person of the list before.
  const behind = q !== typed || isPlaceholderData;
  const wanted = typed.toLocaleLowerCase();
  const offered = [...options.keys()].filter(
    (label) => !behind || label.toLocaleLowerCase().includes(wanted),
  );

  const pick = (text: string) => {
    const person = options.get(text);
    onChange(
      person ? { person_id: person.id, name: person.name } : { person_id: null, name: text },
    );
  };

  return (
    <Autocomplete
      placeholder={t('person.placeholder')}
      maxLength={200}
      limit={8}
      // A list that opens by itself hides what stands below.
      openOnFocus={false}
      {...input}
      data={offered}
      // The server has matched already; matching again here would lose its finds.
      filter={({ options: all }) => all}
      value={value.name}
      onChange={pick}
    />
  );
}

/** Two people of one name are told apart by their address. */
function optionsOf(people: Person[]): Map<string, Person> {
  const count = new Map<string, number>();
  for (const { name } of people) count.set(name, (count.get(name) ?? 0) + 1);
  const label = ({ name, email }: Person) =>
    (count.get(name) ?? 0) > 1 ? `${name} (${email})` : name;
  return new Map(people.filter(({ active }) => active).map((person) => [label(person), person]));
}
