using System.Text;
using Participatie.Web.Access;

namespace Participatie.Tests.Access;

public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B: the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Gives_the_codes_of_the_standard(long second, string code) =>
        Assert.Equal(code, Totp.CodeOf(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(second))));

    [Theory]
    [InlineData("287082", 59, true)]
    [InlineData(" 287 082 ", 59, true)]
    [InlineData("287082", 89, true)]
    [InlineData("287082", 120, false)]
    [InlineData("287082", 29, true)]
    [InlineData("28708", 59, false)]
    [InlineData("", 59, false)]
    [InlineData("２８７０８２", 59, false)]
    public void Takes_a_code_of_now_and_of_half_a_minute_beside_it(string typed, long second, bool isTaken) =>
        Assert.Equal(isTaken, Totp.StepOf(Key, typed, DateTimeOffset.FromUnixTimeSeconds(second)) is not null);

    /// <summary>RFC 4648, section 10, and the key of the standard as every app shows it.</summary>
    [Theory]
    [InlineData("foobar", "MZXW6YTB OI")]
    [InlineData("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")]
    public void Writes_a_key_as_apps_read_it(string key, string text)
    {
        var bytes = Encoding.ASCII.GetBytes(key);
        // What does not fill five bits is left out: our keys fill them.
        Assert.StartsWith(Totp.TextOf(bytes), text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(Totp.TextOf(bytes), Totp.GroupsOf(bytes).Replace(" ", "", StringComparison.Ordinal));
    }
}
