#include "workshop/words.hpp"

#include <fmt/format.h>

#include <array>

#include "report/figures.hpp"

namespace tandem::workshop {
namespace {

constexpr Words kEnglish{
    .about = "About this workshop",
    .people = "Who took part",
    .consensus = "Where the room agreed, and where not",
    .shift = "Toward the next level",
    .actions = "Actions",
    .held = "{}, {}. School year {}.",
    .survey = "Held as a survey, without a facilitator.",
    .anonymous = "Held anonymously: no names were kept with what was said.",
    .nobody = "Nobody joined.",
    .joined = "People who joined: {}.",
    .by_side = "By side: {}.",
    .by_role = "By role: {}.",
    .others = "others: {}",
    .names = "Names given: {}.",
    .rated = "People who rated: {}.",
    .rated_by_group = "Groups that rated: {}.",
    .alpha = "Agreement over all rows (alpha): {}.",
    .agreement = "agreement (A) {}",
    .side = "{}: {}",
    .between = "between {} and {}",
    .as_handout = "Functions placed by everybody as in the handout: {}.",
    .differently = "Placed differently:",
    .handout = "handout: {}",
    .votes = "votes: {}",
    .no_consensus = "no consensus",
    .dissent = "Dissent: {}",
    .toward = "{}: to {}",
    .no_owner = "no owner yet",
    .due = "by {}",
    .heading = "{}, school year {}",
};

constexpr Words kSpanish{
    .about = "Sobre este taller",
    .people = "Quiénes participaron",
    .consensus = "En qué estuvo de acuerdo la sala y en qué no",
    .shift = "Hacia el siguiente nivel",
    .actions = "Acciones",
    .held = "{}, {}. Año escolar {}.",
    .survey = "Se hizo como encuesta, sin nadie que la facilitara.",
    .anonymous = "Fue anónimo: no se guardaron nombres con lo que se dijo.",
    .nobody = "No se unió nadie.",
    .joined = "Personas que se unieron: {}.",
    .by_side = "Por parte: {}.",
    .by_role = "Por rol: {}.",
    .others = "otros: {}",
    .names = "Nombres que se dieron: {}.",
    .rated = "Personas que valoraron: {}.",
    .rated_by_group = "Grupos que valoraron: {}.",
    .alpha = "Acuerdo en todas las filas (alfa): {}.",
    .agreement = "acuerdo (A) {}",
    .side = "{}: {}",
    .between = "entre {} y {}",
    .as_handout = "Funciones que todos colocaron como en la hoja: {}.",
    .differently = "Colocadas de otra manera:",
    .handout = "hoja: {}",
    .votes = "votos: {}",
    .no_consensus = "sin consenso",
    .dissent = "Desacuerdo: {}",
    .toward = "{}: hacia {}",
    .no_owner = "sin responsable todavía",
    .due = "para el {}",
    .heading = "{}, año escolar {}",
};

constexpr Words kArabic{
    .about = "عن هذه الورشة",
    .people = "من شارك",
    .consensus = "ما اتفق عليه الحاضرون وما لم يتفقوا عليه",
    .shift = "نحو المستوى التالي",
    .actions = "المهام",
    .held = "{}، {}. العام الدراسي {}.",
    .survey = "عُقدت على شكل استبيان من دون ميسّر.",
    .anonymous = "عُقدت من دون ذكر الأسماء: لم تُحفظ أي أسماء مع ما قيل.",
    .nobody = "لم ينضم أحد.",
    .joined = "عدد المنضمين: {}.",
    .by_side = "بحسب الجهة: {}.",
    .by_role = "بحسب الدور: {}.",
    .others = "آخرون: {}",
    .names = "الأسماء التي أُعطيت: {}.",
    .rated = "عدد الأشخاص الذين قيّموا: {}.",
    .rated_by_group = "عدد المجموعات التي قيّمت: {}.",
    .alpha = "درجة الاتفاق في كل الصفوف (ألفا): {}.",
    .agreement = "الاتفاق (A) {}",
    .side = "{}: {}",
    .between = "بين {} و{}",
    .as_handout = "عدد الوظائف التي وضعها الجميع كما في الورقة: {}.",
    .differently = "وُضعت بشكل مختلف:",
    .handout = "الورقة: {}",
    .votes = "الأصوات: {}",
    .no_consensus = "لا اتفاق",
    .dissent = "رأي مخالف: {}",
    .toward = "{}: إلى {}",
    .no_owner = "لا مسؤول عنه بعد",
    .due = "حتى {}",
    .heading = "{}، العام الدراسي {}",
};

using Three = std::array<std::string_view, 3>;
std::string in(const Three& words, Language language) {
  return std::string(words.at(static_cast<std::size_t>(language)));
}

constexpr std::array<std::string_view, 12> kSpanishMonths = {
    "enero", "febrero", "marzo",      "abril",   "mayo",      "junio",
    "julio", "agosto",  "septiembre", "octubre", "noviembre", "diciembre"};
constexpr std::array<std::string_view, 12> kArabicMonths = {"يناير",  "فبراير", "مارس",   "أبريل",
                                                            "مايو",   "يونيو",  "يوليو",  "أغسطس",
                                                            "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"};

}  // namespace

Language language_of(std::string_view tag) {
  const auto main = lower(tag.substr(0, tag.find('-')));
  if (main == "es") return Language::es;
  if (main == "ar") return Language::ar;
  return Language::en;
}

bool right_to_left(Language language) { return language == Language::ar; }

const Words& words_in(Language language) {
  if (language == Language::es) return kSpanish;
  if (language == Language::ar) return kArabic;
  return kEnglish;
}

std::string name_of(Side side, Language language) {
  switch (side) {
    case Side::district:
      return in({"District", "Distrito", "المنطقة التعليمية"}, language);
    case Side::school:
      return in({"School", "Escuela", "المدرسة"}, language);
    case Side::community:
      break;
  }
  return in({"Families and community", "Familias y comunidad", "الأسر والمجتمع"}, language);
}

std::string name_of(SeatRole role, Language language) {
  switch (role) {
    case SeatRole::leadership:
      return in({"Leadership", "Dirección", "القيادة"}, language);
    case SeatRole::instructional:
      return in({"Teaching and instruction", "Enseñanza", "التدريس"}, language);
    case SeatRole::non_instructional:
      return in({"Other school staff", "Otro personal escolar", "موظفون آخرون في المدرسة"},
                language);
    case SeatRole::district_systems:
      return in({"District systems", "Sistemas del distrito", "أنظمة المنطقة التعليمية"}, language);
    case SeatRole::board:
      return in({"School board", "Junta escolar", "مجلس إدارة المدارس"}, language);
    case SeatRole::community:
      break;
  }
  return in({"Family or community", "Familia o comunidad", "أسرة أو مجتمع"}, language);
}

std::string name_of(NoteKind kind, Language language) {
  switch (kind) {
    case NoteKind::cause:
      return in({"Cause", "Causa", "سبب"}, language);
    case NoteKind::barrier:
      return in({"Barrier", "Barrera", "عائق"}, language);
    case NoteKind::desired:
      return in({"Desired", "Deseado", "المنشود"}, language);
    case NoteKind::begin:
      return in({"Begin", "Empezar", "نبدأ"}, language);
    case NoteKind::keep:
      return in({"Keep", "Mantener", "نواصل"}, language);
    case NoteKind::example:
    case NoteKind::idea:
      break;
  }
  return "";
}

std::string day_in(const Date& date, Language language) {
  if (language == Language::en) return report::day(date);
  const std::chrono::year_month_day ymd{date.day()};
  const auto month = static_cast<unsigned>(ymd.month()) - 1;
  const auto day = static_cast<unsigned>(ymd.day());
  const auto year = static_cast<int>(ymd.year());
  if (language == Language::es) {
    return fmt::format("{} de {} de {}", day, kSpanishMonths.at(month), year);
  }
  return fmt::format("{} {} {}", day, kArabicMonths.at(month), year);
}

}  // namespace tandem::workshop
