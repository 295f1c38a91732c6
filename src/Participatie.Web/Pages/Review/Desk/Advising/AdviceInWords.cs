using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Advising;
using Participatie.Surveys.Review.Findings;

namespace Participatie.Web.Pages.Review.Desk.Advising;

/// <summary>Says to staff how an advice stands.</summary>
internal static class AdviceInWords
{
    public static string Given(CouncilAdvice advice, InterfaceWords words) => words.Format(
        advice.Entry.IsAsked ? "staff.advice.given.asked" : "staff.advice.given.unasked", words.Day(Amsterdam.DayOf(advice.Moment)));

    public static string Of(DeskAdviceRow row, InterfaceWords words) => row.Advice.State switch
    {
        AdviceState.Answered => words[$"staff.council.answer.{row.Advice.Answer!.Answer}"],
        _ when row.IsLate => words.Format($"staff.reports.late.{row.Advice.State}", words.Day(row.Advice.DueOn)),
        _ => words.Format($"staff.reports.state.{row.Advice.State}", words.Day(row.Advice.DueOn)),
    };

    public static string Of(AdviceEvent one, InterfaceWords words) => one.Day is { } day
        ? words.Format($"staff.council.answer.{AnswerKind.Later}.day", words.Day(DateOnly.FromDayNumber(day)))
        : words[$"staff.council.answer.{one.Answer}"];
}
