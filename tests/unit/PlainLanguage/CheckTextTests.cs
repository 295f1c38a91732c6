using Participatie.Surveys.PlainLanguage;

namespace Participatie.Tests.PlainLanguage;

public sealed class CheckTextTests
{
    [Theory]
    [InlineData("Wij lezen uw antwoord.", LanguageLevel.Easy)]
    [InlineData("Wij lezen uw antwoord en daarna sturen wij u een korte brief op papier.", LanguageLevel.Plain)]
    [InlineData("Uw antwoord wordt gelezen.", LanguageLevel.Plain)]
    [InlineData("Tevens wordt uw antwoord gelezen.", LanguageLevel.Hard)]
    [InlineData("Tevens lezen wij.", LanguageLevel.Hard)]
    [InlineData("De raad praat in mei over het plan voor de nieuwe brug bij het dorp aan het water.", LanguageLevel.Hard)]
    [InlineData("De raad praat in mei over het plan voor de nieuwe brug bij het dorp aan het water en over de weg naar de "
        + "stad.", LanguageLevel.VeryHard)]
    public void Is_as_hard_as_its_hardest_sentence(string text, LanguageLevel level)
    {
        var reading = CheckText.Read($"Dag. {text}");
        Assert.Equal(level, reading.Level);
        Assert.Equal(level == LanguageLevel.Easy ? [] : [text], reading.Causes.Select(cause => cause.Text));
    }

    [Fact]
    public void One_very_hard_sentence_among_many_makes_a_text_hard()
    {
        const string Long =
            "De raad praat in mei over het plan voor de nieuwe brug bij het dorp aan het water en over de weg naar de stad. ";
        Assert.Equal(LanguageLevel.Hard, CheckText.Read(Long + string.Concat(Enumerable.Repeat("Wij lezen alles. ", 10))).Level);
    }

    /// <summary>No sentence is long, and together they tire: 9, 11 and 15 words on average.</summary>
    [Theory]
    [InlineData("Wij bouwen samen een nieuwe brug bij het dorp. ", LanguageLevel.Plain)]
    [InlineData("Wij bouwen samen een nieuwe brug bij het dorp aan de rivier. ", LanguageLevel.Hard)]
    [InlineData("Wij bouwen samen een nieuwe brug bij het dorp aan de rivier voor alle mensen. ", LanguageLevel.VeryHard)]
    public void The_average_counts_in_a_longer_text(string sentence, LanguageLevel level) =>
        Assert.Equal(level, CheckText.Read(string.Concat(Enumerable.Repeat(sentence, 6))).Level);

    [Theory]
    [InlineData("Lukt het niet? Bel ons dan.", false)]
    [InlineData("Lukt het niet?", true)]
    [InlineData("Waarom lukt het niet? Schrijf het op.", true)]
    public void A_question_that_says_when_denies_nothing(string text, bool warns) =>
        Assert.Equal(warns, CheckText.Read(text).Warnings.Any(warning => warning.Kind == WarningKind.NegatedQuestion));

    [Theory]
    [InlineData("gemeenteraadsvergadering", "gemeenteraads-vergadering")]
    [InlineData("armoedebestrijding", "armoede-bestrijding")]
    [InlineData("mantelzorgondersteuning", "mantelzorg-ondersteuning")]
    public void Shows_where_to_cut_a_compound(string word, string cut) =>
        Assert.Contains(cut, Assert.Single(CheckText.Read($"De {word} is klaar.").Warnings).Plainer, StringComparison.Ordinal);

    [Fact]
    public void Finds_a_compound_of_a_listed_word_and_leaves_names_alone()
    {
        Assert.True(CheckText.Read("Wij maken een prioriteitenlijst.").HasOfficialese);
        Assert.False(CheckText.Read("Wij gaan naar het Expertisehuis.").HasOfficialese);
        Assert.False(CheckText.Read("De reedsen liggen klaar.").HasOfficialese);
    }

    /// <summary>Seen in texts of municipalities after the lists were made.</summary>
    [Theory]
    [InlineData("Inwoners moeten betrokken worden.", true)]
    [InlineData("Regels moeten minder beperkend zijn.", false)]
    [InlineData("Het bedrag is berekend.", true)]
    [InlineData("Lezen is een brede kijk op gezondheid.", false)]
    [InlineData("Wordt dat huis gebouwd?", true)]
    [InlineData("Het wordt koud en de gemeente verstrekt dekens.", false)]
    public void Tells_a_passive_from_what_looks_like_one(string text, bool isPassive) =>
        Assert.Equal(isPassive, CheckText.Read(text).Warnings.Any(warning => warning.Kind == WarningKind.Passive));

    [Fact]
    public void Names_the_verb_behind_a_noun() => Assert.Contains(
        "‘verbeteren’", Assert.Single(CheckText.Read("De verbetering van de weg begint.").Warnings).Plainer, StringComparison.Ordinal);

    [Fact]
    public void Lets_a_hard_word_stand_that_the_page_explains()
    {
        var explained = new HashSet<string>(StringComparer.Ordinal) { "woningcorporatie" };
        Assert.Empty(CheckText.Read("De woningcorporatie helpt.", explained: explained).Warnings);
        Assert.NotEmpty(CheckText.Read("De woningcorporatie helpt.").Warnings);
    }
}
