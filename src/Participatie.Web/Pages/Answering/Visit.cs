using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Web.Pages.Answering;

/// <summary>What a request to a consultation finds: the version to show, and the draft of this device if there is one.</summary>
internal sealed record Visit
{
    private Journey? _journey;

    public required string Slug { get; init; }

    /// <summary>The draft's own version; without a draft the latest.</summary>
    public required PublishedVersion Version { get; init; }

    public required OpenState State { get; init; }

    /// <summary>Where its consultation stands; null where there is only a preview of it.</summary>
    public ConsultationLife? Life { get; init; }

    /// <summary>The last day for answers, whatever its charter promised.</summary>
    public DateOnly ClosesOn => Life?.ClosesOn(Version) ?? Definition.Charter.ClosesOn;

    /// <summary>The first day on which, or of which a part, nobody could begin.</summary>
    public DateOnly ClosedSince => Life is null ? Definition.Charter.ClosedSince : Amsterdam.DayOf(Life.EndsAt(Version));

    /// <summary>Until when a begun draft can still be sent after somebody closed it early; null when it closed by its day.</summary>
    public DateTimeOffset? SendsUntil => State == OpenState.ClosedForNew ? Life?.ClosedEarlyAt + Opening.Grace : null;

    /// <summary>What happened since the draft was saved, and its owner was not told yet.</summary>
    public IReadOnlyList<LifeEvent> News => Draft is { } draft && Life is { News: [.., var last] news } && last.At > draft.SavedAt
        ? [.. news.Where(one => one.At > draft.SavedAt)]
        : [];

    /// <summary>Where its draft is kept.</summary>
    public required IDraftStore Drafts { get; init; }

    /// <summary>Where it is counted how people go along; null where nobody's way is, in a preview.</summary>
    public ProgressCounters? Progress { get; init; }

    /// <summary>When the page at hand was shown; null when nobody knows.</summary>
    public ShownMark? Mark { get; init; }

    /// <summary>Staff look at what residents will see: nothing of it is handed in or counted. Null for whoever takes part.</summary>
    public Preview? Preview { get; init; }

    public bool IsPreview => Preview is not null;

    public DraftToken? Token { get; init; }

    public Draft? Draft { get; init; }

    /// <summary>The draft of this device, as it now stands on another one.</summary>
    public Draft? Elsewhere { get; init; }

    /// <summary>More people use this computer.</summary>
    public bool IsShared { get; init; }

    public bool IsMoved => Elsewhere is not null;

    /// <summary>Begun, but only with choices of the start page: nothing was answered.</summary>
    public bool HasNoAnswers => Draft is null or { Answers.IsEmpty: true };

    public Consultation Definition => Version.Definition;

    public bool HasEasyWords => Definition.Languages.Contains(Languages.EasyDutch, StringComparer.Ordinal);

    public Answers Answers => Draft?.Answers ?? Answers.None;

    /// <summary>Worked out once for what this visit holds: a copy with another draft has another journey.</summary>
    public Journey Journey => _journey is { } known && known.IsOf(Definition, Answers) ? known : _journey = Journey.Of(Definition, Answers);

    /// <summary>Where the resident goes on: the first open question, or the check page when there is none.</summary>
    public string NextAddress => NextIn(Journey, Answers);

    public string NextIn(Journey journey, Answers answers) =>
        journey.FirstOpen is { } open ? AddressOf(open, answers) : Addresses.Check(Slug);

    /// <summary>
    /// The same, for what a form brings: when its page was made before the last news, the draft stays one whose owner is not told.
    /// </summary>
    public Visit With(IFormCollection posted) => News is [.., var last] && posted.First(PostedForm.News) != PostedForm.NumberOf(last)
        ? this with { Draft = Draft! with { IsUntold = true } }
        : this;

    /// <summary>A draft of this version without an answer yet.</summary>
    public Draft Begin(InterfaceWords words) => new()
    {
        Version = Version,
        Answers = Answers.None,
        Organisation = false,
        Invitation = null,
        Language = words.Language,
        Rotation = Surveys.Answering.Drafts.NewRotation(),
        Revision = 0,
    };

    /// <summary>
    /// Adds an answer to those of this visit. On top of what another tab saved in between, what was filled in is checked once more.
    /// </summary>
    public Func<Answers, Answers> Adding(Attempt attempt, Answer answer) => answers =>
        ReferenceEquals(answers, Answers) ? answers.With(attempt.Question, answer)
        : CheckAnswer.Of(attempt with { Current = answers.To(attempt.Question) }) is Accepted(var again) ? answers
            .With(attempt.Question, again)
        : answers;

    public string AddressOf(Question question, Answers answers) =>
        AddressOf(question, Steps.Open(question, answers.To(question)));

    public string AddressOf(Question question, int step) =>
        Steps.Has(question) ? Addresses.Question(Slug, question.Id, step) : Addresses.Question(Slug, question.Id);
}
