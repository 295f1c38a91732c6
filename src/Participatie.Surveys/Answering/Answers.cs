using System.Collections.Immutable;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering;

/// <summary>The answers of one resident so far, keyed by question id. Never changes; <see cref="With"/> gives a new one.</summary>
public sealed class Answers
{
    public static readonly Answers None = new(ImmutableDictionary<string, Answer>.Empty.WithComparers(StringComparer.Ordinal));

    private readonly ImmutableDictionary<string, Answer> _byQuestion;

    private Answers(ImmutableDictionary<string, Answer> byQuestion) => _byQuestion = byQuestion;

    public Answer? To(Question question) => _byQuestion.GetValueOrDefault(question.Id);

    public Answers With(Question question, Answer answer) => new(_byQuestion.SetItem(question.Id, answer));

    public Answers Without(Question question) => new(_byQuestion.Remove(question.Id));

    /// <summary>Whether the question needs nothing more: steps that are still open make it unanswered.</summary>
    public bool IsWhole(Question question) => (question, To(question)) switch
    {
        (_, null) => false,
        (RankingQuestion ranking, Ranked ranked) => ranked.Ended || ranked.Choices.Count == ranking.Places,
        (StatementsQuestion, Judged judged) => !judged.Judgements.Contains(null),
        _ => true,
    };
}
