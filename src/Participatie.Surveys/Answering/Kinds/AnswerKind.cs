using System.Text.Json;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Kinds;

/// <summary>How one kind of question is answered: its check, its stored form, and the pages that it takes.</summary>
internal abstract class AnswerKind : KindEntry
{
    /// <summary>Turns a form that was sent with "Verder", or with a button of the kind's own, into an answer or problems.</summary>
    public abstract Checked Check(Attempt attempt);

    /// <summary>What somebody wrote in the form, whether or not it makes an answer; empty when nothing was written.</summary>
    public virtual string OwnWords(Attempt attempt) => OtherCheck.WordsOf(attempt);

    /// <param name="json">Where the name of the member was written.</param>
    /// <param name="answer">No reason for passing over.</param>
    /// <param name="whole">As it is handed in; else as a draft keeps it.</param>
    public abstract void Write(Utf8JsonWriter json, Answer answer, bool whole);

    /// <returns>Null when the version allows no such answer.</returns>
    /// <exception cref="InvalidOperationException">It has another form; or a <see cref="FormatException"/>.</exception>
    public abstract Answer? Read(Question question, ref Utf8JsonReader json);

    /// <summary>Whether the answer needs nothing more.</summary>
    public abstract bool IsWhole(Question question, Answer answer);

    public virtual bool HasSteps => false;

    public virtual int StepCount(Question question) => 1;

    /// <summary>The step where the resident goes on; of a whole answer the one where it is best looked back on.</summary>
    public virtual int OpenStep(Question question, Answer? answer) => 1;

    /// <summary>Whether those before it were answered.</summary>
    /// <param name="question">Of the kind.</param>
    /// <param name="answer">So far.</param>
    /// <param name="step">One that exists.</param>
    public virtual bool MayVisit(Question question, Answer? answer, int step) => step == 1;

    /// <summary>The step that the way back leads to.</summary>
    /// <param name="answer">So far.</param>
    /// <param name="step">Not the first.</param>
    public virtual int StepBefore(Answer? answer, int step) => step - 1;

    /// <summary>Whether the step has a button for putting no more in order.</summary>
    public virtual bool OffersEnd(Question question, int step) => false;

    /// <summary>Whether the question comes back after that form, although its answer is whole.</summary>
    public virtual bool Stays(Attempt attempt, Answer? answer) => false;
}

internal abstract class AnswerKind<TQuestion, TAnswer> : AnswerKind
    where TQuestion : Question
    where TAnswer : Answer
{
    public sealed override Type QuestionType => typeof(TQuestion);

    /// <summary>Its pages have buttons of their own beside "Verder", which the check looks at.</summary>
    protected virtual bool HasOwnButtons => false;

    public sealed override Checked Check(Attempt attempt) =>
        attempt.Way == FormActions.Next || HasOwnButtons ? Check((TQuestion)attempt.Question, attempt) : attempt.Refuse("check.form");

    public sealed override void Write(Utf8JsonWriter json, Answer answer, bool whole) => Write(json, (TAnswer)answer, whole);

    public sealed override Answer? Read(Question question, ref Utf8JsonReader json) =>
        Read(ref json) is var answer && Allows((TQuestion)question, answer) ? answer : null;

    public sealed override bool IsWhole(Question question, Answer answer) =>
        answer is not TAnswer given || IsWhole((TQuestion)question, given);

    protected abstract Checked Check(TQuestion question, Attempt attempt);

    protected abstract void Write(Utf8JsonWriter json, TAnswer answer, bool whole);

    protected abstract TAnswer Read(ref Utf8JsonReader json);

    /// <summary>Whether a draft of this version can have that answer, whole or not.</summary>
    protected abstract bool Allows(TQuestion question, TAnswer answer);

    protected virtual bool IsWhole(TQuestion question, TAnswer answer) => true;

    // A loop, because each stored answer of each request passes here.
    protected static bool IsAmong(IReadOnlyList<Choice> choices, string? id)
    {
        for (var place = 0; place < choices.Count; place++)
        {
            if (choices[place].Id == id)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A kind that is asked on several pages, one after another.</summary>
internal abstract class SteppedAnswerKind<TQuestion, TAnswer> : AnswerKind<TQuestion, TAnswer>
    where TQuestion : Question
    where TAnswer : Answer
{
    public sealed override bool HasSteps => true;

    public sealed override int StepCount(Question question) => StepCount((TQuestion)question);

    public sealed override int OpenStep(Question question, Answer? answer) =>
        answer is TAnswer given ? OpenStep((TQuestion)question, given) : 1;

    public sealed override bool MayVisit(Question question, Answer? answer, int step) =>
        answer is TAnswer given ? MayVisit((TQuestion)question, given, step) : step == 1;

    protected abstract int StepCount(TQuestion question);

    protected abstract int OpenStep(TQuestion question, TAnswer answer);

    protected abstract bool MayVisit(TQuestion question, TAnswer answer, int step);
}
