namespace Participatie.Web.Hosting;

/// <summary>
/// Who helps, on every page at the same place and under every mail. Settings <c>Participatie:HelpDesk:Phone</c>, <c>:Mail</c> and
/// <c>:Place</c>.
/// </summary>
public sealed class HelpDesk
{
    public string Phone { get; set; } = "0592 36 55 55";

    public string Mail { get; set; } = "post@drenthe.nl";

    /// <summary>Where somebody sits beside you and helps.</summary>
    public string Place { get; set; } = "Provinciehuis, Westerbrink 1, Assen";

    public string PhoneLink => "tel:" + string.Concat(Phone.Where(character => char.IsAsciiDigit(character) || character == '+'));
}
