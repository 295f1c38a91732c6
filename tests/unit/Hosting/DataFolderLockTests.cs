using Participatie.Web.Hosting;

namespace Participatie.Tests.Hosting;

public sealed class DataFolderLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("onesite").FullName;

    [Fact]
    public void A_second_site_on_the_same_folder_is_refused_until_the_first_one_ends()
    {
        using (DataFolderLock.Hold(On(null)))
        {
            Assert.Contains(
                _folder, Assert.Throws<WrongSettingException>(() => DataFolderLock.Hold(On(null))).Message, StringComparison.Ordinal);
        }

        using var next = DataFolderLock.Hold(On(null));
        Assert.NotNull(next);
    }

    [Fact]
    public void Many_sites_may_share_postgresql() => Assert.Null(DataFolderLock.Hold(On("Host=db;Database=p")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Settings On(string? postgreSql) => new() { DataFolder = _folder, PostgreSql = postgreSql };
}
