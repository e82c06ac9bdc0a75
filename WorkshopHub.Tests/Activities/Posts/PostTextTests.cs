using WorkshopHub.Web.Activities.Posts;

namespace WorkshopHub.Tests.Activities.Posts;

public sealed class PostTextTests
{
    [Theory]
    [InlineData("👩‍👩‍👧‍👦", 1)]
    [InlineData("é", 1)]
    [InlineData("naïve 🇪🇪", 7)]
    [InlineData("", 0)]
    public void Characters_are_counted_as_people_count_them(string text, int count) =>
        Assert.Equal(count, PostText.Count(text));

    [Theory]
    [InlineData("  two\t\tblanks  ", "two blanks")]
    [InlineData("a\r\n\r\n\r\n\r\nb", "a\n\nb")]
    [InlineData("turn\u202Eed round", "turned round")]
    [InlineData("in\u200Bvis\u2060ible\uFEFF", "invisible")]
    [InlineData("bell\u0007", "bell")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("<b>bold</b>", "<b>bold</b>")]
    public void Tricks_are_taken_out_and_words_are_left(string typed, string kept) =>
        Assert.Equal(kept, PostText.Clean(typed));

    [Fact]
    public void A_tower_of_marks_on_a_letter_is_cut_down()
    {
        var tower = "z" + new string('\u0301', 40);
        Assert.True(PostText.Clean(tower).Length <= 5);
    }

    [Fact]
    public void A_half_surrogate_does_not_break_the_text() => Assert.Equal("a\uFFFDb", PostText.Clean("a\uD83Db"));
}
