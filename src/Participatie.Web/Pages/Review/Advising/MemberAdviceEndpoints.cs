using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Advising;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Review.Members;

namespace Participatie.Web.Pages.Review.Advising;

/// <summary>A member of the council advises, from the round that the link opens.</summary>
internal static class MemberAdviceEndpoints
{
    public const string WordsField = MemberEndpoints.Words;
    public const string AboutField = "waarover";
    public const string AskedField = "gevraagd";

    /// <summary>In place of the consultation of the round.</summary>
    public const string Product = "website";
    public const string Questions = "vragen";
    public const string Yes = "ja";
    public const string No = "nee";

    /// <param name="pages">The group of who has a link.</param>
    public static void MapMemberAdvice(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Patterns.MemberAdvice, GetAsync);
        pages.MapPost(Addresses.Patterns.MemberAdvice, PostAsync);
    }

    private static async Task<IResult> GetAsync(
        string member,
        HttpContext context,
        MemberDesk desk,
        HalfWrittenTexts halfWritten,
        ReadAdvice advice,
        Catalogue catalogue,
        TimeProvider clock) =>
        await ViewAsync(member, context, desk, halfWritten, advice, catalogue, clock) is { } view
            ? PageResult.Of<MemberAdvicePage>(view)
            : await MemberRight.GoneAsync(context);

    private static async Task<IResult> PostAsync(
        string member,
        HttpContext context,
        IFormCollection form,
        MemberDesk desk,
        HalfWrittenTexts halfWritten,
        ReadAdvice advice,
        GiveAdvice give,
        GroupedWriter writer,
        Catalogue catalogue,
        InterfaceWords words,
        TimeProvider clock)
    {
        var typed = new TypedAdvice(
            form[WordsField].ToString().ReplaceLineEndings("\n"), form[AboutField].ToString(), form[AskedField].ToString());
        IReadOnlyList<Problem> problems = [];
        string? why = null;
        try
        {
            if (await halfWritten.KeepAsync(member, typed.HalfWritten, form, context) is { } kept)
                return kept;
            problems = typed.ProblemsIn(words, "council.NoText", "council.subject.none", "council.advice.asked.none");
            if (problems.Count == 0)
            {
                await writer.WriteAsync(
                    scope => give.ByLinkAsync(
                        scope,
                        member,
                        new NewAdvice("", typed.Words, typed.IsAsked),
                        onProduct: typed.About == Product,
                        CouncilRole.IsHeldAsync(context)),
                    context.RequestAborted);
                return new SeeOther(Addresses.MemberAdvice(member));
            }
        }
        catch (ReviewException refused) when (refused.Refusal == ReviewRefusal.LinkEnded)
        {
            return await MemberRight.GoneAsync(context);
        }
        catch (ReviewException refused)
        {
            if (refused.Refusal is ReviewRefusal.NoText or ReviewRefusal.TextTooLong)
                problems = [new Problem(WordsField, desk.Why(refused))];
            else
                why = desk.Why(refused);
        }

        await halfWritten.KeepRefusedAsync(member, typed.HalfWritten, context);
        return await ViewAsync(member, context, desk, halfWritten, advice, catalogue, clock) is { } view
            ? PageResult.Of<MemberAdvicePage>(
                view with { Typed = typed, IsBegun = false, Problems = problems, Why = why }, StatusCodes.Status422UnprocessableEntity)
            : await MemberRight.GoneAsync(context);
    }

    private static async Task<MemberAdviceView?> ViewAsync(
        string token,
        HttpContext context,
        MemberDesk desk,
        HalfWrittenTexts halfWritten,
        ReadAdvice advice,
        Catalogue catalogue,
        TimeProvider clock)
    {
        if (await desk.FindAsync(token, context) is not { } member)
            return null;
        var slug = catalogue.Lives.FirstOrDefault(life => life.ConsultationId == member.ConsultationId)?.Slug;
        var all = await advice.AllAsync(context.RequestAborted);
        var begun = member.IsCouncil ? await halfWritten.FindAsync(member, HalfWrittenPlace.Advice, context) : null;
        return new MemberAdviceView(
            token, member.IsCouncil, [.. all.Where(one => one.IsOnProduct || one.Entry.Slug == slug)], Amsterdam.DayOf(clock.GetUtcNow()))
        {
            Typed = begun is null ? TypedAdvice.Nothing : TypedAdvice.Of(begun),
            IsBegun = begun is not null,
            Seen = all.Select(one => one.Number).DefaultIfEmpty().Max(),
        };
    }
}

/// <summary>What somebody filled in as an advice, kept whatever it is.</summary>
/// <param name="Words">As typed.</param>
/// <param name="About">The consultation, or the product.</param>
/// <param name="Asked">Whether the province asked for it.</param>
public sealed record TypedAdvice(string Words, string About, string Asked)
{
    public static TypedAdvice Nothing { get; } = new("", "", "");

    public bool IsAsked => Asked == MemberAdviceEndpoints.Yes;

    internal HalfWritten HalfWritten => new(HalfWrittenPlace.Advice, Words, Severity: null, About switch
    {
        MemberAdviceEndpoints.Product => FindingSubject.Product,
        MemberAdviceEndpoints.Questions => FindingSubject.Questions,
        _ => null,
    })
    {
        IsAsked = Asked.Length == 0 ? null : IsAsked,
    };

    internal static TypedAdvice Of(HalfWritten begun) => new(
        begun.Words,
        begun.Subject switch
        {
            FindingSubject.Product => MemberAdviceEndpoints.Product,
            FindingSubject.Questions => MemberAdviceEndpoints.Questions,
            _ => "",
        },
        begun.IsAsked switch { true => MemberAdviceEndpoints.Yes, false => MemberAdviceEndpoints.No, null => "" });

    /// <summary>What is not filled in, in the words of who reads the form.</summary>
    internal IReadOnlyList<Problem> ProblemsIn(InterfaceWords words, string noText, string noSubject, string notAsked)
    {
        var problems = new List<Problem>();
        if (PerceivedText.ShowsNothing(Words))
            problems.Add(new Problem(MemberAdviceEndpoints.WordsField, words[noText]));
        if (About.Length == 0)
            problems.Add(new Problem(MemberAdviceEndpoints.AboutField, words[noSubject]));
        if (Asked is not (MemberAdviceEndpoints.Yes or MemberAdviceEndpoints.No))
            problems.Add(new Problem(MemberAdviceEndpoints.AskedField, words[notAsked]));
        return problems;
    }
}

/// <param name="Token">Of the link.</param>
/// <param name="IsCouncil">Only then somebody advises.</param>
/// <param name="Given">About this consultation and the product, the newest first.</param>
/// <param name="Today">By which something is late.</param>
public sealed record MemberAdviceView(string Token, bool IsCouncil, IReadOnlyList<CouncilAdvice> Given, DateOnly Today)
{
    public TypedAdvice Typed { get; init; } = TypedAdvice.Nothing;

    /// <summary>It was written before and not sent.</summary>
    public bool IsBegun { get; init; }

    /// <summary>The last number of all advice.</summary>
    public int Seen { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public string? Why { get; init; }
}
