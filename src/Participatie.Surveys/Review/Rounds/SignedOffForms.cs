using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Rounds;

/// <summary>
/// What the pages of a consultation are made of, and what of that the council signed off before: who saw every kind of question and every
/// layout already needs fewer days.
/// </summary>
public sealed class SignedOffForms(Database database)
{
    /// <summary>Whether everything in it was in a version that a member of the council approved.</summary>
    public async Task<bool> HoldAllOfAsync(string document, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await HoldAllOfAsync(context, document, cancellationToken);
    }

    /// <summary>The same as it stands in a transaction.</summary>
    internal static async Task<bool> HoldAllOfAsync(ParticipatieDb context, string document, CancellationToken cancellationToken)
    {
        if (Read(document) is not { } definition)
        {
            return false;
        }

        var wanted = Of(definition).ToHashSet(StringComparer.Ordinal);
        var approved = await context.ReviewEvents.AsNoTracking().Where(one => one.Step == ReviewStep.Approved)
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
        foreach (var before in approved.Select(Read).OfType<Consultation>())
        {
            wanted.ExceptWith(Of(before));
        }

        return wanted.Count == 0;
    }

    /// <summary>Each kind of question with each thing that gives its page another layout; languages, since they turn pages round.</summary>
    public static IEnumerable<string> Of(Consultation definition) =>
    [
        .. definition.Languages.Select(language => $"language {language}"),
        .. definition.Glossary.Count > 0 ? ["glossary"] : Array.Empty<string>(),
        .. definition.Organisations ? ["organisations"] : Array.Empty<string>(),
        .. definition.Invitation == InvitationRule.None ? Array.Empty<string>() : ["invitation"],
        .. definition.Questions.SelectMany(Of),
    ];

    private static IEnumerable<string> Of(Question question)
    {
        yield return question.Kind;
        (bool Has, string What)[] layouts =
        [
            (question.Help is not null, "help"),
            (question.Why is not null, "why"),
            (question.ShowWhen is not null, "condition"),
            (question.DontKnow || question.RatherNot, "way out"),
            (question.Required, "required"),
            (question.Other is not null, "own words"),
            (question.LastingChoices.Any(choice => choice.Picture is not null), "pictures"),
            (question.LastingChoices.Any(choice => choice.Exclusive), "exclusive"),
        ];
        foreach (var (_, what) in layouts.Where(one => one.Has))
        {
            yield return $"{question.Kind}, {what}";
        }
    }

    private static Consultation? Read(string document) => DefinitionReader.Read(Encoding.UTF8.GetBytes(document)).Definition;
}
