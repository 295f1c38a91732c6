using Microsoft.AspNetCore.Components;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs.OnPaper;

namespace Participatie.Web.QuestionInputs.Kinds;

/// <summary>How one kind of question is shown: on screen, on paper, read aloud, and its answer read back.</summary>
internal abstract class KindPages : KindEntry
{
    public static readonly KindTable<KindPages> All = new("Web", "KindPages.All",
    [
        new OneOfPages(),
        new ChoicesPages(),
        new RankingPages(),
        new BudgetPages(),
        new StatementsPages(),
        new WrittenPages<OpenQuestion, OpenInput, OpenOnPaper>(),
        new WrittenPages<TextQuestion, LineInput, LineOnPaper>(),
        new NumberPages(),
        new InformationPages(),
    ]);

    /// <summary>"Weet ik niet" and its like are among its radios; else the page shows them as buttons.</summary>
    public virtual bool HasWaysOut => false;

    /// <summary>Each step has an answer of its own, which is read back and changed by itself.</summary>
    public virtual bool HasRowPerStep => false;

    /// <summary>Its part of the question page: heading, help and fields.</summary>
    public abstract RenderFragment Ask(Asked asked);

    /// <summary>Its boxes and lines on the paper form.</summary>
    public abstract RenderFragment Print(Question question, PaperRouting routing);

    /// <summary>Says what <see cref="Ask"/> shows, in that order.</summary>
    public abstract void Say(Asked asked, SpokenText spoken);

    /// <summary>What was chosen or filled in, a passage for each line. What was written follows by itself.</summary>
    /// <param name="question">Of the kind.</param>
    /// <param name="answer">No reason for passing over.</param>
    /// <param name="step">Of a kind whose steps have answers of their own: which.</param>
    /// <param name="rotation">At which choice the list started.</param>
    /// <param name="words">In the language of the page.</param>
    public abstract IEnumerable<Passage> InWords(Question question, Answer answer, int step, int rotation, InterfaceWords words);

    /// <summary>What a step asks, where each has an answer of its own.</summary>
    public virtual Text TextOf(Question question, int step) => question.Text;

    /// <summary>Where on the page the resident is after pressing a button of the kind's own; null: at its beginning.</summary>
    public virtual string? PlaceAfter(Attempt attempt) => null;
}

internal abstract class KindPages<TQuestion, TAnswer, TInput, TPaper> : KindPages
    where TQuestion : Question
    where TAnswer : Answer
    where TInput : QuestionInput<TQuestion>
    where TPaper : PaperInput<TQuestion>
{
    public sealed override Type QuestionType => typeof(TQuestion);

#pragma warning disable MA0115 // The analyzer does not look through a type parameter: that these have them is what the constraints say.
    public sealed override RenderFragment Ask(Asked asked) => builder =>
    {
        builder.OpenComponent<TInput>(0);
        builder.AddComponentParameter(1, nameof(QuestionInput<>.Asked), asked);
        builder.CloseComponent();
    };

    public sealed override RenderFragment Print(Question question, PaperRouting routing) => builder =>
    {
        builder.OpenComponent<TPaper>(0);
        builder.AddComponentParameter(1, nameof(PaperInput<>.Question), question);
        builder.AddComponentParameter(2, nameof(PaperInput<>.PaperRouting), routing);
        builder.CloseComponent();
    };

#pragma warning restore MA0115
    public sealed override void Say(Asked asked, SpokenText spoken) => Say((TQuestion)asked.Question, asked, spoken);

    public sealed override IEnumerable<Passage> InWords(Question question, Answer answer, int step, int rotation, InterfaceWords words) =>
        InWords((TQuestion)question, (TAnswer)answer, step, rotation, words);

    protected abstract void Say(TQuestion question, Asked asked, SpokenText spoken);

    protected abstract IEnumerable<Passage> InWords(TQuestion question, TAnswer answer, int step, int rotation, InterfaceWords words);

    protected static Passage NameOf(IReadOnlyList<Choice> choices, string id, InterfaceWords words) =>
        choices.First(choice => choice.Id == id).Text.In(words.Language);

    protected static Passage Around(string before, Passage passage, string after) => passage with { Text = before + passage.Text + after };
}
