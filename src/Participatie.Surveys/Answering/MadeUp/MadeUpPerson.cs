using System.Text;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.MadeUp;

/// <summary>
/// Somebody who does not exist, for trials: the same number gives the same answers, so that whoever shows a trial knows what is in it.
/// </summary>
/// <param name="language">Which is read and written.</param>
/// <param name="seed">Decides on everything else.</param>
#pragma warning disable RS0030, CA5394 // Nothing secret is drawn: it has to come out the same again.
public sealed class MadeUpPerson(string language, int seed)
{
    // One mood for all questions, so that answers hang together: most people are neither here nor there.
    private readonly Random _random = new(seed);
    private double? _mood;

    public string Language => language;

    /// <summary>From 0, content with nothing, to 1.</summary>
    private double Mood => _mood ??= (_random.NextDouble() + _random.NextDouble() + _random.NextDouble()) / 3;

    public bool DoesIn(int hundred) => _random.Next(100) < hundred;

    public int Below(int bound) => _random.Next(bound);

    /// <summary>A place on a scale of so many, the best one first.</summary>
    public int OnScale(int length) =>
        Math.Clamp((int)((1 - Mood + ((_random.NextDouble() - 0.5) * 0.6)) * length), 0, length - 1);

    /// <summary>One of them: each has a share of its own, the same for everybody.</summary>
    public Choice Among(Question question, IReadOnlyList<Choice> choices)
    {
        var shares = choices.Select(choice => ShareOf(question.Id, choice)).ToList();
        var drawn = _random.Next(shares.Sum());
        var place = 0;
        while (drawn >= shares[place])
        {
            drawn -= shares[place++];
        }

        return choices[place];
    }

    // FNV-1a: a hash of the framework is another one in each process.
    private static int ShareOf(string question, Choice choice)
    {
        var hash = 2166136261u;
        foreach (var letter in Encoding.UTF8.GetBytes(question + "/" + choice.Id))
        {
            hash = unchecked((hash ^ letter) * 16777619u);
        }

        return choice.StandsLast ? 1 : 2 + (int)(hash % 9);
    }
}
#pragma warning restore RS0030, CA5394
