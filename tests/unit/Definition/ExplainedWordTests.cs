using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Definition;

public sealed class ExplainedWordTests
{
    [Theory]
    [InlineData("burgerberaad|burgerberaden", "Een burgerberaad geeft advies.", true)]
    [InlineData("burgerberaad|burgerberaden", "Burgerberaad: een groep inwoners", true)]
    [InlineData("burgerberaad|burgerberaden", "Twee BURGERBERADEN", true)]
    [InlineData("burgerberaad", "Twee burgerberaden", false)]
    [InlineData("burgerberaad", "De burgerberaadsleden", false)]
    [InlineData("burgerberaad", "‘burgerberaad’", true)]
    [InlineData("lot", "De loting, het slot, het lot", true)]
    [InlineData("lot", "De loting en het slot", false)]
    [InlineData("geme\u0301", "Een gem\u00E9 hier", true)]
    [InlineData("gem\u00E9", "Een geme\u0301 hier", true)]
    [InlineData("Right to Challenge", "Het heet Right to Challenge.", true)]
    [InlineData("الخرف|بالخرف", "المصابين بالخرف", true)]
    [InlineData("الخرف", "المصابين بالخرف", false)]
    [InlineData("допомога|допомогу", "Доплати й Допомогу", true)]
    public void Stands_there_as_a_whole_word_in_one_of_its_forms(string forms, string passage, bool stands)
    {
        var word = new ExplainedWord(GivenConsultation.Words("iets"), GivenConsultation.Words("iets")) with { Word = Only(forms) };
        Assert.Equal(stands, word.StandsIn(Only(passage).In(Languages.Dutch)));
        Assert.Equal(forms.Split('|')[0].Normalize(), word.NameIn(Languages.Dutch));
    }

    private static Text Only(string dutch) => new(new Dictionary<string, string>(StringComparer.Ordinal) { [Languages.Dutch] = dutch });
}
