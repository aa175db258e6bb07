/** The keys of a table in its order: the members of the closed union for which the table holds words or rules. */
export function keysOf<Table extends object>(table: Table): (keyof Table & string)[] {
  return Object.keys(table).filter((key): key is keyof Table & string => key in table);
}
