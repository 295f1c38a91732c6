using Participatie.Surveys.PlainLanguage;

namespace Participatie.Tests.PlainLanguage;

public sealed class SplitSentencesTests
{
    [Theory]
    [InlineData("Wij lezen alles. Dan beslist de raad! Goed?", "Wij lezen alles.", "Dan beslist de raad!", "Goed?")]
    [InlineData("De bus gaat om 10.30 u. bij het station weg. Tot dan.", "De bus gaat om 10.30 u. bij het station weg.", "Tot dan.")]
    [InlineData("Wij zijn open tot 17.00 u. Daarna niet.", "Wij zijn open tot 17.00 u.", "Daarna niet.")]
    [InlineData("Wij bellen u. De bus rijdt.", "Wij bellen u.", "De bus rijdt.")]
    [InlineData("Er zijn 1.203 mensen. Dat is veel.", "Er zijn 1.203 mensen.", "Dat is veel.")]
    [InlineData("Dat was in 2027. In juni ook.", "Dat was in 2027.", "In juni ook.")]
    [InlineData("Neem iets mee, b.v. een pen. Of d.w.z. Niets.", "Neem iets mee, b.v. een pen.", "Of d.w.z. Niets.")]
    [InlineData("Bomen, struiken enz. De rest later.", "Bomen, struiken enz.", "De rest later.")]
    [InlineData("Bomen enz. horen daarbij.", "Bomen enz. horen daarbij.")]
    [InlineData("Dr. J. P. van der Berg komt. Hij praat.", "Dr. J. P. van der Berg komt.", "Hij praat.")]
    [InlineData("Kies A of B. Ga verder.", "Kies A of B.", "Ga verder.")]
    [InlineData("Mail naar info@drenthe.nl. Of kijk op www.drenthe.nl/a.b/c.html. "
        + "Klaar.", "Mail naar info@drenthe.nl.", "Of kijk op www.drenthe.nl/a.b/c.html.", "Klaar.")]
    [InlineData("Een kop\nEen zin.\n\n- een ding\n- nog een ding", "Een kop", "Een zin.", "een ding", "nog een ding")]
    [InlineData("1. Lees.\n2) Kies.\na) Stuur.\n## Einde", "Lees.", "Kies.", "Stuur.", "Einde")]
    [InlineData("‘Mag dat?’ vraagt zij. ‘Ja.’ Zo is het.", "‘Mag dat?’ vraagt zij.", "‘Ja.’", "Zo is het.")]
    [InlineData("Heeft u een vraag? (Bel dan.) Tot ziens.", "Heeft u een vraag?", "(Bel dan.)", "Tot ziens.")]
    [InlineData("Wacht... en kijk. Echt?! Ja.", "Wacht... en kijk.", "Echt?!", "Ja.")]
    [InlineData("Dat is goed.Daarna gaat het.", "Dat is goed.", "Daarna gaat het.")]
    [InlineData("Het kost € 2.450.000,50. Op 1-2-2027 of 1.2.2027 begint "
        + "het.", "Het kost € 2.450.000,50.", "Op 1-2-2027 of 1.2.2027 begint het.")]
    [InlineData("3.\n— \n", new string[0])]
    public void Splits_where_a_sentence_ends(string text, params string[] sentences) =>
        Assert.Equal(sentences, SplitSentences.In(text).Select(sentence => sentence.Text));

    [Theory]
    [InlineData("Auto's, e-mail en zee-eenden.", 4)]
    [InlineData("De A28, 412 mensen en m2.", 3)]
    [InlineData("Kijk op https://drenthe.nl/x?y=z of mail a.b@c.nl.", 4)]
    [InlineData("Zo’n één-op-één-gesprek", 2)]
    [InlineData("", 0)]
    public void Counts_words_of_letters(string text, int words) =>
        Assert.Equal(words, SplitSentences.In(text).Sum(sentence => sentence.WordCount));

    [Fact]
    public void Knows_the_line_of_a_sentence() =>
        Assert.Equal([1, 3, 3], SplitSentences.In("A b.\r\n\r\nC d. E f.").Select(sentence => sentence.Line));
}
