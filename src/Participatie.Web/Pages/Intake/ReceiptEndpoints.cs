using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
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
            return PageResult.Of<ReceiptFormPage>(new CodeForm(typed, [problem]), tried.Status);
        }

        var way = posted.First(AnswerForm.Way);
        var state = status.State;
        if (way == ReceiptView.Sure)
        {
            await withdraw.WithdrawAsync(code, context.RequestAborted);
            state = ResponseState.Withdrawn;
        }

        return PageResult.Of<ReceiptPage>(new ReceiptView
        {
            Receipt = code,
            Definition = catalogue.VersionsOf(status.ConsultationId) is [.., var newest] ? newest.Definition : null,
            State = state,
            IsAsking = way == ReceiptView.Withdraw && state is ResponseState.Queued or ResponseState.Counted,
        });
    }
}
