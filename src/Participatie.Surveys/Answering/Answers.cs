using Participatie.Surveys.Answering.Kinds;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering;

/// <summary>The answers of one resident so far, keyed by question id. Never changes; <see cref="With"/> gives a new one.</summary>
public sealed class Answers
{
    public static readonly Answers None = new([]);

    // Twenty at most, and read far more often than changed: a copy is cheaper than a tree.
    private readonly Dictionary<string, Answer> _byQuestion;

    private Answers(Dictionary<string, Answer> byQuestion) => _byQuestion = byQuestion;

    /// <param name="answers">By question id.</param>
    public static Answers Of(IEnumerable<KeyValuePair<string, Answer>> answers) => new(new(answers, StringComparer.Ordinal));

    public bool IsEmpty => _byQuestion.Count == 0;

    public Answer? To(Question question) => _byQuestion.GetValueOrDefault(question.Id);

    public Answers With(Question question, Answer answer) => new(new(_byQuestion, StringComparer.Ordinal) { [question.Id] = answer });

    /// <summary>Whether the question needs nothing more: steps that are still open make it unanswered.</summary>
    public bool IsWhole(Question question) => To(question) is { } answer && AnswerKinds.All.For(question).IsWhole(question, answer);
}
