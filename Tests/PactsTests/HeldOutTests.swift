import Testing

/// Questions by somebody who saw neither the treaty files nor the program.
struct HeldOutTests {
    @Test(arguments: Case.all("held-out") + Case.all("held-out-2"))
    func answersAsTheSourcesDo(_ example: Case) throws { try example.check() }
}
