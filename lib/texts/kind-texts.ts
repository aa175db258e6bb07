import type { AbsenceCode } from '../icp/absence.ts';
import { type ApprovalField, type Permit, permitOf } from '../icp/data/permits.ts';
import type { Kind, PlainKind, RegistrationNumber } from '../icp/number.ts';
import { languageOf, type TextKey, type Translate } from './language/translate.ts';

const names: Record<PlainKind, TextKey> = {
  'icp-filing': 'kind_icp_filing',
  'icp-licence': 'kind_icp_licence',
  'telecom-licence': 'kind_telecom_licence',
  'psb-filing': 'kind_psb_filing',
};

const abouts: Record<PlainKind, TextKey> = {
  'icp-filing': 'about_icp_filing',
  'icp-licence': 'about_icp_licence',
  'telecom-licence': 'about_telecom_licence',
  'psb-filing': 'about_psb_filing',
};

/** The names of the fields that need an approval of their own. */
export const fieldTexts: Record<ApprovalField, TextKey> = {
  news: 'type_permit_news',
  forum: 'type_permit_forum',
  media: 'type_permit_media',
  medical: 'type_permit_medical',
  games: 'type_permit_games',
  culture: 'type_permit_culture',
};

const absences: Record<AbsenceCode, TextKey> = {
  filing: 'absence_filing',
  licence: 'absence_licence',
  'police-filing': 'absence_police_filing',
  'pre-approval': 'absence_pre_approval',
  'content-permit': 'absence_content_permit',
  abolished: 'absence_abolished',
  other: 'absence_other',
};

/**
 * The name of a kind of number, in plain words: `ICP filing (non-commercial)`. An unofficial number is named after what it
 * imitates.
 */
export function kindText(t: Translate, { kind, status }: Pick<RegistrationNumber, 'kind' | 'status'>): string {
  const permit = permitOf(kind);
  const name = isPlain(kind)
    ? t(names[kind])
    : t(isContent(permit) ? 'kind_permit' : 'kind_permit_other', permitName(t, kind, permit));
  return status === 'unofficial' ? t('kind_unofficial', name) : name;
}

/** What a kind of number is for, who issues it and who may hold it, in a few sentences. */
export function kindAboutText(t: Translate, kind: Kind): string {
  if (isPlain(kind)) return t(abouts[kind]);
  const permit = permitOf(kind);
  if (permit === undefined) return t('about_permit_unlisted', officialName(kind));
  return t(
    isContent(permit) ? 'about_permit' : 'about_permit_other',
    officialName(kind),
    permit.authority[languageOf(t)],
  );
}

/** What follows when a site shows no number of a kind, in a few sentences. */
export function absenceText(t: Translate, code: AbsenceCode): string {
  return t(absences[code]);
}

/** The type of licence that a number is of: `Commercial, class B2`. */
export function licenceTypeText(t: Translate, { kind, service, classes }: RegistrationNumber): string {
  if (!isPlain(kind)) {
    const field = permitOf(kind)?.field ?? null;
    return t(field === null ? 'type_permit_other' : fieldTexts[field]);
  }
  if (kind === 'icp-filing') return t('type_filing');
  if (kind === 'psb-filing') return t('type_police');
  if (service !== null) return t('type_licence_as_filing');
  return classes.length === 0 ? t('type_licence') : t('type_licence_classes', classes.join('.'));
}

function isPlain(kind: Kind): kind is PlainKind {
  return kind in names;
}

function isContent(permit: Permit | undefined): boolean {
  return permit !== undefined && permit.field !== null;
}

function permitName(t: Translate, kind: Kind, permit: Permit | undefined): string {
  return permit !== undefined && languageOf(t) === 'en' ? permit.en : officialName(kind);
}

function officialName(kind: Kind): string {
  return kind.replace(/^permit:/, '');
}
