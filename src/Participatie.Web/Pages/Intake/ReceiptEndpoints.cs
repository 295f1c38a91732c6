using System.Text;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Web.Frame;
using Participatie.Web.Pages.Answering;
using Participatie.Web.QuestionInputs;

namespace Participatie.Web.Pages.Intake;

/// <summary>
/// See what became of an answer, and withdraw it. Every step is a POST that carries the code: it never stands in an address, and
/// nothing on the device remembers it.
/// </summary>
internal static class ReceiptEndpoints
{
    public static IResult Get() => PageResult.Of<ReceiptFormPage>(new CodeForm(Typed: null, Problems: []));

    public static async Task<IResult> Post(
        HttpContext context,
        Receipts receipts,
        WithdrawResponse withdraw,
        Catalogue catalogue,
        ReadDecisions decisions,
        TypedCodes codes,
        InterfaceWords words)
    {
        var posted = await PostedForm.ReadAsync(context);
        var typed = posted.First(CodeForm.Field) ?? "";
        var tried = await codes.LookUpAsync(context, typed, words, async code => await receipts.LookUpAsync(code, context.RequestAborted));
        if (tried is not { Found: { } status, Code: var code })
        {
            var problem = tried.ProblemAt(CodeForm.Field, words["receipt.unknown"]);
            return PageResult.Of<ReceiptFormPage>(
                new CodeForm(typed, [problem]) { Deleted = DeletedIn(catalogue) }, tried.Status);
        }

        var way = posted.First(AnswerForm.Way);
        var state = status.State;
        if (way == ReceiptView.Sure)
        {
            await withdraw.WithdrawAsync(code, context.RequestAborted);
            state = ResponseState.Withdrawn;
        }

        if (catalogue.LifeOf(status.ConsultationId) is { IsTrial: true })
        {
            PageNotice.SayTrial(context);
        }

        var isAsking = way == ReceiptView.Withdraw && state is ResponseState.Queued or ResponseState.Counted;
        var told = isAsking || state is not (ResponseState.Queued or ResponseState.Counted)
            ? null
            : await decisions.PublicOfAsync(status.ConsultationId, context.RequestAborted);
        return PageResult.Of<ReceiptPage>(new ReceiptView
        {
            Receipt = code,
            Definition = catalogue.VersionsOf(status.ConsultationId) is [.., var newest] ? newest.Definition : null,
            State = state,
            Withdrawal = catalogue.LifeOf(status.ConsultationId)?.Withdrawal,
            IsAsking = isAsking,
            Decisions = told is null ? [] : Answered(status, catalogue, told),
            IsDecided = told?.ContainsKey(DecisionEntry.Whole) == true,
        });
    }

    /// <summary>
    /// A code of theirs is unknown now. They are named to everybody who types one that is, so that it says nothing about the code.
    /// </summary>
    private static IReadOnlyList<Consultation> DeletedIn(Catalogue catalogue) =>
    [
        .. catalogue.All.Where(version => catalogue.LifeOf(version).Withdrawal is { Answers: AnswersOnWithdrawal.Deleted })
            .Select(version => version.Definition),
    ];

    /// <summary>Those about what this response answered: a question that was passed over is somebody else's.</summary>
    private static IReadOnlyList<(Question Question, Decision Decision)> Answered(
        ReceiptStatus status, Catalogue catalogue, IReadOnlyDictionary<string, Decision> told)
    {
        if (catalogue.VersionsOf(status.ConsultationId).FirstOrDefault(version => version.Number == status.Version) is not { } version)
            return [];
        var answers = AnswersDocument.Read(version.Definition, Encoding.UTF8.GetBytes(status.Document));
        return
        [
            .. from question in version.Definition.Numbered
               where answers.To(question) is not (null or Missing) && told.ContainsKey(question.Id)
               select (question, told[question.Id]),
        ];
    }
}
