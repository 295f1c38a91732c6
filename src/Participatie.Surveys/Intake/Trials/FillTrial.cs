using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.MadeUp;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Intake.Trials;

/// <summary>
/// Hands in responses of people who do not exist, by the way that everybody's go: a draft, the hand-in, the queue. They come in now: when
/// they say they did is when they did.
/// </summary>
public sealed class FillTrial(Drafts drafts, HandInAnswers handIn, Invitations invitations, Catalogue catalogue)
{
    /// <summary>Enough for results and groups to look at, and done within a minute.</summary>
    public const int Most = 5000;

    private const string Batch = "proef";

    // As many as share a transaction anyway; residents' turns come between them.
    private const int AtOnce = 16;

    /// <param name="trial">Its version.</param>
    /// <param name="responses">How many.</param>
    /// <param name="seed">The same gives the same answers.</param>
    /// <param name="cancellationToken">Stops between two responses; those that came in stay.</param>
    /// <exception cref="InvalidOperationException">It is a real consultation: nobody makes up answers for that.</exception>
    public async Task FillAsync(PublishedVersion trial, int responses, int seed, CancellationToken cancellationToken)
    {
        if (!catalogue.LifeOf(trial).IsTrial)
        {
            throw new InvalidOperationException($"'{trial.Definition.Slug}' is no trial: only a trial gets answers that are made up.");
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(responses, Most);
        var letters = trial.Definition.Invitation switch
        {
            InvitationRule.Required => responses,
            InvitationRule.Optional => responses / 3,
            _ => 0,
        };
        var codes = await invitations.MakeAsync(trial.ConsultationId, Batch, letters, cancellationToken);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, responses),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (number, stop) => await HandInAsync(trial, seed, number, number < codes.Count ? codes[number] : null, stop));
    }

    private async Task HandInAsync(PublishedVersion trial, int seed, int number, Code? code, CancellationToken cancellationToken)
    {
        // One number decides on the language, another on the answers.
        var own = SeedOf(seed, number);
        var person = new MadeUpPerson(LanguageOf(trial.Definition, new MadeUpPerson(Languages.Dutch, ~own)), own);
        var begun = new Draft
        {
            Version = trial,
            Answers = Answers.None,
            Organisation = code is null && trial.Definition.Organisations && person.DoesIn(6),
            Helped = person.DoesIn(8) ? Helped.Helper : person.DoesIn(4) ? Helped.WasHelped : Helped.Unsaid,
            Invitation = code is { } typed
                && await invitations.CheckAsync(typed, trial.ConsultationId, cancellationToken) is InvitationCheck.Valid(var hash)
                ? hash
                : null,
            Language = person.Language,
            Rotation = person.Below(Rotation.Starts),
            Revision = 0,
        };
        var (token, draft) = await drafts.StartAsync(
            begun with { Answers = AnswerAsPerson.Of(trial.Definition, person) }, cancellationToken);
        if (await handIn.HandInAsync(token, draft, cancellationToken) is var result and not HandInResult.Received)
        {
            throw new InvalidOperationException($"A response of the trial was not taken in: {result}.");
        }
    }

    private static int SeedOf(int seed, int number) => unchecked((seed * 1_000_003) + number);

    /// <summary>Most read Dutch, some the easy words, a few another language.</summary>
    private static string LanguageOf(Consultation definition, MadeUpPerson person) =>
        person.DoesIn(75) ? Languages.Dutch : definition.Languages[person.Below(definition.Languages.Count)];
}
