using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;
using At = Participatie.Web.Addresses.Patterns;

namespace Participatie.Web.Pages.Answering;

/// <summary>
/// Begins a draft that two people fill in together, after advice for the one who helps; or on a computer that more people use.
/// </summary>
internal static class TogetherEndpoints
{
    public static void MapTogether(this IEndpointRouteBuilder pages)
    {
        foreach (var (pattern, helped)
            in ((string, Helped)[])[(At.Together, Helped.Helper), (At.Helped, Helped.WasHelped)])
        {
            pages.MapGet(At.Behind(pattern), (HttpContext context, string slug, FindVisit findVisit) =>
                ShowAsync(context, slug, findVisit, visit => PageResult.Of<TogetherPage>(new TogetherView(visit.Definition, helped))));
            pages.MapPost(At.Behind(pattern),
                (HttpContext context, string slug, FindVisit findVisit, NewDrafts newDrafts, InterfaceWords words) =>
                BeginAsync(context, slug, findVisit, newDrafts, words, draft => draft with { Helped = helped }));
        }

        pages.MapGet(At.Behind(At.Shared), (HttpContext context, string slug, FindVisit findVisit) =>
            ShowAsync(context, slug, findVisit, visit => PageResult.Of<SharedPage>(visit.Definition)));
        pages.MapPost(At.Behind(At.Shared),
            (HttpContext context, string slug, FindVisit findVisit, NewDrafts newDrafts, InterfaceWords words) =>
            BeginAsync(context, slug, findVisit, newDrafts, words, draft => draft, isShared: true));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string slug, FindVisit findVisit, Func<Visit, IResult> page) =>
        await findVisit.OfAsync(context, slug) switch
        {
            null => Results.NotFound(),
            var visit when StartDraft.MayChoose(visit) => page(visit),
            _ => new SeeOther(Addresses.Consultation(slug)),
        };

    private static async Task<IResult> BeginAsync(
        HttpContext context,
        string slug,
        FindVisit findVisit,
        NewDrafts newDrafts,
        InterfaceWords words,
        Func<Draft, Draft> choice,
        bool isShared = false)
    {
        if (await findVisit.OfAsync(context, slug) is not { } visit)
        {
            return Results.NotFound();
        }

        if (!StartDraft.MayChoose(visit))
        {
            return new SeeOther(Addresses.Consultation(slug));
        }

        isShared |= (await PostedForm.ReadAsync(context)).First(TogetherView.Shared) is not null;
        return await StartDraft.ChooseAsync(context, visit, newDrafts, words, choice, isShared);
    }
}

/// <param name="Definition">The consultation.</param>
/// <param name="Helped">Who of the two reads this page.</param>
public sealed record TogetherView(Consultation Definition, Helped Helped)
{
    /// <summary>A ticked box: more people use this computer.</summary>
    public const string Shared = "gedeeld";
}
