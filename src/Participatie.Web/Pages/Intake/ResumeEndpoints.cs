using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Codes;
using Participatie.Surveys.Definition;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Answering;

namespace Participatie.Web.Pages.Intake;

/// <summary>Go on with a draft on this device, by its code.</summary>
internal static class ResumeEndpoints
{
    public static IResult Get() => PageResult.Of<ResumePage>(new CodeForm(Typed: null, Problems: []));

    public static async Task<IResult> Post(HttpContext context, ResumeDraft resume, Words words)
    {
        var typed = (await PostedForm.ReadAsync(context)).First(CodeForm.Field) ?? "";
        if (Code.Parse(typed) is not { } code || await resume.ResumeAsync(code, context.RequestAborted) is not { Token: var token, Version: var version })
        {
            var problem = new Problem(CodeForm.Field, words["resume.unknown"]);
            return PageResult.Of<ResumePage>(new CodeForm(typed, [problem]), StatusCodes.Status422UnprocessableEntity);
        }

        var slug = version.Definition.Slug;
        DraftCookie.Keep(context, slug, token);
        // The check page knows where the walk goes on.
        return new SeeOther(Addresses.Check(slug));
    }
}

/// <summary>A form with one field for a code.</summary>
/// <param name="Typed">As it was typed, when it was refused.</param>
/// <param name="Problems">What is wrong with it.</param>
public sealed record CodeForm(string? Typed, IReadOnlyList<Problem> Problems)
{
    public const string Field = "code";
}
