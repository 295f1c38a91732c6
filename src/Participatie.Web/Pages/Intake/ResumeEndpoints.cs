using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Answering;
using Participatie.Web.QuestionInputs;

namespace Participatie.Web.Pages.Intake;

/// <summary>Go on with a draft on this device, by its code.</summary>
internal static class ResumeEndpoints
{
    public static IResult Get() => PageResult.Of<ResumePage>(new CodeForm(Typed: null, Problems: []));

    public static async Task<IResult> Post(
        HttpContext context, ResumeDraft resume, FindVisit findVisit, TypedCodes codes, InterfaceWords words)
    {
        var posted = await PostedForm.ReadAsync(context);
        var typed = posted.First(CodeForm.Field) ?? "";
        var tried = await codes.LookUpAsync(context, typed, words, code => resume.LookAsync(code, context.RequestAborted));
        if (tried is not { Found: var (holder, behind), Code: var code })
        {
            // The same words for a code of nobody, of a draft that is gone and of something else: they tell nothing about others.
            var problem = tried.ProblemAt(CodeForm.Field, words["resume.unknown"]);
            return PageResult.Of<ResumePage>(
                new CodeForm(typed, [problem]) { IsShared = posted.First(TogetherView.Shared) is not null }, tried.Status);
        }

        var slug = behind.Version.Definition.Slug;
        var isShared = DraftCookie.IsShared(context, slug) || posted.First(TogetherView.Shared) is not null;
        var here = await findVisit.OfAsync(context, slug);
        DraftToken? replaced = null;
        if (here is { HasNoAnswers: false, Token: { } own } && !own.Hash.AsSpan().SequenceEqual(holder))
        {
            switch (posted.First(AnswerForm.Way))
            {
                case ResumeChoiceView.Stay:
                    return new SeeOther(here.NextAddress);
                case ResumeChoiceView.Take:
                    replaced = own;
                    break;
                default:
                    return PageResult.Of<ResumeChoicePage>(
                        new ResumeChoiceView(code, here.Definition.Title, here.Draft!.AnsweredCount, behind.AnsweredCount, isShared));
            }
        }

        if (await resume.ResumeAsync(code, context.RequestAborted, replaced) is not { } token)
        {
            return new SeeOther(Addresses.Resume);
        }

        DraftCookie.Keep(context, slug, token, isShared);
        // On a device where nobody chose a language the draft brings its own. A computer of many keeps nothing.
        if (behind.Language != words.Language && !isShared && !VisitorLanguage.HasChosen(context))
        {
            VisitorLanguage.Remember(context, behind.Language);
        }

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

    /// <summary>More people use this computer.</summary>
    public bool IsShared { get; init; }

    /// <summary>Withdrawn with all their answers: a code of theirs is unknown for that reason.</summary>
    public IReadOnlyList<Consultation> Deleted { get; init; } = [];
}
