using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.FormParts;

namespace Participatie.Web.QuestionInputs;

/// <summary>Gathers what a page says, passage by passage as it stands on screen.</summary>
internal sealed class SpokenText(InterfaceWords words)
{
    private readonly List<Passage> _passages = [];

    public InterfaceWords Words => words;

    public IReadOnlyList<Passage> Passages => _passages;

    public Prompt PromptOf(Question question) => Prompt.For(question, words.Language);

    public void Say(string text) => Say(new Passage(text, words.Language));

    public void Say(Passage passage)
    {
        if (!string.IsNullOrWhiteSpace(passage.Text))
        {
            _passages.Add(passage);
        }
    }

    public void SayPrompt(Prompt prompt)
    {
        Say(prompt.Text);
        if (prompt.Help is { } help)
        {
            Say(help);
        }
    }

    public void SayAll(IEnumerable<Choice> choices)
    {
        foreach (var choice in choices)
        {
            if (choice.Exclusive)
            {
                Say(words["form.or.only"]);
            }

            Say(choice.Text.In(words.Language));
            if (choice.Other)
            {
                Say(words.Format("question.other", choice.Text.In(words.Language).Text));
            }
        }
    }

    public void SayWaysOut(Question question)
    {
        var ways = WaysOut.Of(question);
        if (ways.Count > 0)
        {
            Say(words["form.or"]);
            SayAll(ways);
        }
    }

    public void SayLines(Passage passage)
    {
        foreach (var line in passage.Text.Split('\n'))
        {
            Say(passage with { Text = line });
        }
    }
}
