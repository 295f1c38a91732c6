using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Answering.Kinds;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering;

/// <summary>
/// The pages of one question: a ranking asks place after place and ends with the order, statements come one after another.
/// </summary>
public static class Steps
{
    /// <summary>1 for a question without steps, whose address has none.</summary>
    public static int Count(Question question) => AnswerKinds.All.For(question).StepCount(question);

    public static bool Has(Question question) => AnswerKinds.All.For(question).HasSteps;

    /// <summary>The step of a ranking where the order is shown and can be changed.</summary>
    public static int OrderStep(RankingQuestion question) => RankingAnswers.OrderStep(question);

    /// <summary>The step where the resident goes on; of a whole answer the one where it is best looked back on.</summary>
    public static int Open(Question question, Answer? answer) => AnswerKinds.All.For(question).OpenStep(question, answer);

    public static bool Exists(Question question, int step) => step >= 1 && step <= Count(question);

    /// <summary>A step is reached when those before it were answered.</summary>
    public static bool MayVisit(Question question, Answer? answer, int step) =>
        Exists(question, step) && AnswerKinds.All.For(question).MayVisit(question, answer, step);

    /// <summary>The step that the way back leads to.</summary>
    /// <param name="question">At a step behind the first.</param>
    /// <param name="answer">So far.</param>
    /// <param name="step">Where the resident is.</param>
    public static int Before(Question question, Answer? answer, int step) => AnswerKinds.All.For(question).StepBefore(answer, step);

    /// <summary>
    /// Whether the question comes back after that form: its answer is not whole yet, or one of its own buttons was pressed.
    /// </summary>
    /// <param name="attempt">The form.</param>
    /// <param name="answers">With what it said.</param>
    public static bool ComesBack(Attempt attempt, Answers answers) =>
        !answers.IsWhole(attempt.Question) || AnswerKinds.All.For(attempt.Question).Stays(attempt, answers.To(attempt.Question));
}
