using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>
/// Whether a personal link lets somebody in at this moment: it was not ended, and who had it as one of the council still is. What was just
/// typed is on the page that says no: nobody loses their words.
/// </summary>
internal static class MemberRight
{
    /// <param name="context">Of the request.</param>
    /// <param name="member">Whom the link leads to; null when it has ended or never was: nobody is told which.</param>
    /// <returns>Null when it does.</returns>
    public static async Task<IResult?> RefusalAsync(HttpContext context, ReviewMember? member)
    {
        if (member is null)
            return await GoneAsync(context);
        return member.Account is { } account
            && !await CouncilRole.IsHeldAsync(context, context.RequestServices.GetRequiredService<Database>(), account)
                ? PageResult.Of<MemberLeftPage>(await TypedAsync(context), StatusCodes.Status403Forbidden)
                : null;
    }

    /// <summary>For a link that has ended, maybe while this request waited.</summary>
    public static async Task<IResult> GoneAsync(HttpContext context) =>
        PageResult.Of<MemberGonePage>(await TypedAsync(context), StatusCodes.Status410Gone);

    /// <summary>All forms of members call the field of the words the same.</summary>
    private static async Task<string> TypedAsync(HttpContext context) => context.Request.HasFormContentType
        ? (await context.Request.ReadFormAsync(context.RequestAborted))[MemberEndpoints.Words].ToString().ReplaceLineEndings("\n")
        : "";
}
