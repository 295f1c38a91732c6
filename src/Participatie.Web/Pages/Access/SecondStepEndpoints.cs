using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Access;

/// <summary>The second step: a code of the app, or a recovery code.</summary>
internal static class SecondStepEndpoints
{
    public static async Task<IResult> Get(HttpContext context) => await HalfSession.OfAsync(context) switch
    {
        null => new SeeOther(Addresses.SignIn),
        { TotpKey: null } => new SeeOther(Addresses.SetUpSecondStep),
        _ => PageResult.Of<SecondStepPage>(new SecondStepView([])),
    };

    public static async Task<IResult> Post(HttpContext context, IFormCollection form, SecondStep step, InterfaceWords words)
    {
        if (await HalfSession.OfAsync(context) is not { TotpKey: not null } account)
            return new SeeOther(Addresses.SignIn);
        var (way, wait) = await step.CheckAsync(
            account, form[AccessForm.Code].ToString(), VisitorAddress.Of(context), context.RequestAborted);
        if (wait > TimeSpan.Zero)
            return PageResult.Of<SecondStepPage>(
                new SecondStepView([AccessForm.TooSoon(context, wait, AccessForm.Code, words)]), StatusCodes.Status429TooManyRequests);
        if (way is null)
            return PageResult.Of<SecondStepPage>(
                new SecondStepView([new Problem(AccessForm.Code, words["staff.code.wrong"])]), StatusCodes.Status422UnprocessableEntity);
        await HalfSession.FinishAsync(context, account, way);
        return new SeeOther(SignInEndpoints.TargetOf(context));
    }
}

public sealed record SecondStepView(IReadOnlyList<Problem> Problems);
