using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
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
        HttpContext context, Receipts receipts, WithdrawResponse withdraw, Catalogue catalogue, TypedCodes codes, InterfaceWords words)
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

        return PageResult.Of<ReceiptPage>(new ReceiptView
        {
            Receipt = code,
            Definition = catalogue.VersionsOf(status.ConsultationId) is [.., var newest] ? newest.Definition : null,
            State = state,
            Withdrawal = catalogue.LifeOf(status.ConsultationId)?.Withdrawal,
            IsAsking = way == ReceiptView.Withdraw && state is ResponseState.Queued or ResponseState.Counted,
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
}
