using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>Something that gives a page its form: a kind of question, a layout of it, or what holds for the whole.</summary>
/// <param name="Kind">Of question; empty for what holds for the whole.</param>
/// <param name="Layout">What its page has besides; empty for the kind as such.</param>
/// <param name="Language">Tag of the language, where that is what it is: some turn a page round.</param>
public sealed record PageForm(string Kind, string Layout, string Language = "");

/// <summary>
/// What the pages of a consultation are made of, and what of that the council signed off before: who saw every kind of question and every
/// layout already needs fewer days.
/// </summary>
public sealed class SignedOffForms(Database database)
{
    /// <returns>
    /// What is in it that no version had which a member of the council approved; of a kind that is new, only the kind. Null when it cannot
    /// be read.
    /// </returns>
    public async Task<IReadOnlyList<PageForm>?> NewInAsync(string document, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await NewInAsync(context, document, long.MaxValue, cancellationToken);
    }

    /// <summary>How long a round is and why, as it was when the round was asked for.</summary>
    public async Task<RoundLength> OfAsync(int consultationId, ReviewRound round, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var document = await context.WorkingCopies.AsNoTracking()
            .Where(copy => copy.ConsultationId == consultationId && copy.Revision == round.Revision)
            .Select(copy => copy.Document).SingleOrDefaultAsync(cancellationToken);
        return new RoundLength(
            round.Days,
            round.Asked.Consent.Length > 0,
            document is null ? null : await NewInAsync(context, document, round.Asked.At, cancellationToken));
    }

    /// <summary>Whether there is nothing new in it, as it stands in a transaction.</summary>
    internal static async Task<bool> HoldAllOfAsync(ParticipatieDb context, string document, CancellationToken cancellationToken) =>
        await NewInAsync(context, document, long.MaxValue, cancellationToken) is { Count: 0 };

    private static async Task<IReadOnlyList<PageForm>?> NewInAsync(
        ParticipatieDb context, string document, long before, CancellationToken cancellationToken)
    {
        if (Read(document) is not { } definition)
        {
            return null;
        }

        var wanted = Of(definition).Distinct().ToList();
        var approved = await context.ReviewEvents.AsNoTracking().Where(one => one.Step == ReviewStep.Approved && one.At < before)
            .Join(
                context.ReviewEvents.Where(one => one.Step == ReviewStep.RoundAsked),
                one => new { one.ConsultationId, one.Round },
                asked => new { asked.ConsultationId, asked.Round },
                (_, asked) => new { asked.ConsultationId, asked.Revision })
            .Distinct()
            .Join(
                context.WorkingCopies,
                one => new { one.ConsultationId, one.Revision },
                copy => new { copy.ConsultationId, Revision = (int?)copy.Revision },
                (_, copy) => copy.Document)
            .ToListAsync(cancellationToken);
        foreach (var seen in approved.Select(Read).OfType<Consultation>())
        {
            wanted = [.. wanted.Except(Of(seen))];
        }

        return wanted.FindAll(form => form.Layout.Length == 0 || form.Kind.Length == 0 || !wanted.Contains(new PageForm(form.Kind, "")));
    }

    /// <summary>Each kind of question with each thing that gives its page another layout; languages, since they turn pages round.</summary>
    private static IEnumerable<PageForm> Of(Consultation definition) =>
    [
        .. definition.Questions.SelectMany(Of),
        .. definition.Glossary.Count > 0 ? [new PageForm("", "glossary")] : Array.Empty<PageForm>(),
        .. definition.Organisations ? [new PageForm("", "organisations")] : Array.Empty<PageForm>(),
        .. definition.Invitation == InvitationRule.None ? Array.Empty<PageForm>() : [new PageForm("", "invitation")],
        .. definition.Languages.Select(language => new PageForm("", "language", language)),
    ];

    private static IEnumerable<PageForm> Of(Question question)
    {
        yield return new PageForm(question.Kind, "");
        (bool Has, string Layout)[] layouts =
        [
            (question.Help is not null, "help"),
            (question.Why is not null, "why"),
            (question.ShowWhen is not null, "condition"),
            (question.DontKnow || question.RatherNot, "way-out"),
            (question.Required, "required"),
            (question.Other is not null, "own-words"),
            (question.LastingChoices.Any(choice => choice.Picture is not null), "pictures"),
            (question.LastingChoices.Any(choice => choice.Exclusive), "exclusive"),
        ];
        foreach (var (_, layout) in layouts.Where(one => one.Has))
        {
            yield return new PageForm(question.Kind, layout);
        }
    }

    private static Consultation? Read(string document) => DefinitionReader.Read(Encoding.UTF8.GetBytes(document)).Definition;
}
