import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/library/detect-language.ts';

test.each([
  ['en', 'The minister said that the alliance will not send troops. They would have to be asked first.'],
  ['de', 'Der Minister sagte, dass das Bündnis keine Truppen schicken wird. Man müsste es erst fragen.'],
  ['es', 'El ministro dijo que la alianza no enviará tropas a la región. Primero habría que preguntar.'],
  ['fr', "Le ministre a déclaré que l'alliance n'enverra pas de troupes. Il faudrait d'abord le lui demander."],
  ['it', "Il ministro ha detto che l'alleanza non invierà truppe nella regione. Bisognerebbe prima chiedere."],
  ['pt', 'O ministro disse que a aliança não enviará tropas para a região. Seria preciso perguntar antes.'],
  ['nl', 'De minister zei dat het bondgenootschap geen troepen zal sturen. Men zou het eerst moeten vragen.'],
  ['sv', 'Ministern sade att alliansen inte kommer att skicka trupper. Man måste först fråga den.'],
  ['da', 'Ministeren sagde, at alliancen ikke vil sende tropper til regionen. Den skulle først spørges af nogen.'],
  ['no', 'Ministeren sa at alliansen ikke vil sende tropper til regionen. Noen måtte spørre den etter møtet.'],
  ['fi', 'Ministeri sanoi, että liittouma ei lähetä joukkoja alueelle. Siltä pitäisi ensin kysyä, mitä se haluaa.'],
  ['pl', 'Minister powiedział, że sojusz nie wyśle wojsk do tego regionu. Trzeba by go najpierw zapytać.'],
  ['cs', 'Ministr řekl, že aliance do regionu nepošle žádné vojáky. Nejdřív by se jí musel někdo zeptat.'],
  [
    'sk',
    'Minister povedal, že aliancia do regiónu nepošle vojakov, pretože by sa jej najprv musel niekto opýtať, či sú na to dôvody.',
  ],
  ['sl', 'Minister je dejal, da zavezništvo v regijo ne bo poslalo vojakov. Najprej bi ga moral nekdo vprašati.'],
  ['hr', 'Ministar je rekao da savez neće poslati vojnike u tu regiju. Netko bi ga prvo morao pitati.'],
  ['hu', 'A miniszter azt mondta, hogy a szövetség nem küld csapatokat a térségbe. Előbb meg kellene kérdezni.'],
  ['ro', 'Ministrul a spus că alianța nu va trimite trupe în regiune. Ar trebui întrebată mai întâi.'],
  ['tr', 'Bakan, ittifakın bölgeye asker göndermeyeceğini söyledi. Önce ona sormak gerekir.'],
  ['vi', 'Bộ trưởng nói rằng liên minh sẽ không gửi quân đến khu vực này. Trước hết phải hỏi họ.'],
  ['id', 'Menteri itu mengatakan bahwa aliansi tidak akan mengirim pasukan. Mereka harus ditanya terlebih dahulu.'],
  ['et', 'Minister ütles, et liit ei saada piirkonda vägesid. Kõigepealt peaks seda küsima, ja see võtab aega.'],
  ['lv', 'Ministrs teica, ka alianse nesūtīs karavīrus uz šo reģionu. Vispirms tai vajadzētu pajautāt.'],
  ['lt', 'Ministras sakė, kad aljansas nesiųs karių į šį regioną. Pirmiausia reikėtų jo paklausti.'],
  ['ca', "El ministre va dir que l'aliança no enviarà tropes a la regió. Primer caldria parlar-ne amb els aliats."],
  ['ga', 'Dúirt an tAire nach gcuirfidh an chomhghuaillíocht trúpaí chuig an réigiún.'],
  ['ru', 'Министр сказал, что альянс не отправит войска в этот регион. Сначала его надо спросить.'],
  ['uk', 'Міністр сказав, що альянс не відправить війська до цього регіону. Спочатку його треба запитати.'],
  ['bg', 'Министърът каза, че съюзът няма да изпрати войски в този регион. Първо трябва да го попитат.'],
  ['sr', 'Министар је рекао да савез неће послати војнике у тај регион. Прво би га неко морао питати.'],
  ['mk', 'Министерот рече дека сојузот нема да испрати војници во тој регион. Прво некој ќе мора да го праша.'],
  ['be', 'Міністр сказаў, што альянс не адправіць войскі ў гэты рэгіён. Спачатку яго трэба спытаць.'],
  ['el', 'Ο υπουργός είπε ότι η συμμαχία δεν θα στείλει στρατεύματα στην περιοχή.'],
  ['ar', 'قال الوزير إن التحالف لن يرسل قوات إلى المنطقة. يجب سؤاله أولا.'],
  ['fa', 'وزیر گفت که این اتحاد نیرویی به منطقه نخواهد فرستاد. نخست باید از آن پرسید.'],
  ['ur', 'وزیر نے کہا کہ اتحاد اس خطے میں فوج نہیں بھیجے گا۔ پہلے اس سے پوچھنا ہوگا۔'],
  ['he', 'השר אמר שהברית לא תשלח חיילים לאזור. קודם צריך לשאול אותה.'],
  ['hi', 'मंत्री ने कहा कि गठबंधन इस क्षेत्र में सेना नहीं भेजेगा। पहले उससे पूछना होगा।'],
  ['mr', 'मंत्र्यांनी सांगितले की ही युती या भागात सैन्य पाठवणार नाही. आधी तिला विचारावे लागेल.'],
  ['th', 'รัฐมนตรีกล่าวว่าพันธมิตรจะไม่ส่งทหารไปยังภูมิภาคนี้'],
  ['ko', '장관은 동맹이 그 지역에 군대를 보내지 않을 것이라고 말했다.'],
  ['ja', '大臣は、同盟がその地域に部隊を送らないと述べた。'],
  ['zh', '部长表示，联盟不会向该地区派兵。'],
  ['zh', '部長表示，聯盟不會向該地區派兵。'],
  ['ta', 'கூட்டணி படைகளை அனுப்பாது என்று அமைச்சர் கூறினார்.'],
  ['hy', 'Նախարարն ասաց, որ դաշինքը զորք չի ուղարկի։'],
  ['ka', 'მინისტრმა თქვა, რომ ალიანსი ჯარს არ გაგზავნის.'],
])('a short text in %s is recognised', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

test('names and quotations of another script or language do not sway it', () => {
  expect(detectLanguage('The party (国民の力, 국민의힘) said that this is not what Der Spiegel had written.')).toBe(
    'en',
  );
  expect(
    detectLanguage('岸田文雄首相（きしだ）表示，日本将购买导弹，并加强与北约的合作关系，以应对地区安全挑战。'),
  ).toBe('zh');
  expect(
    detectLanguage('Das sagte der Generalsekretär der NATO laut „The New York Times“, als er nach Seoul kam.'),
  ).toBe('de');
  expect(detectLanguage('한미동맹(韓美同盟)은 NATO와 다르다고 장관은 말했다.')).toBe('ko');
});

test('an English summary does not make a French report English', () => {
  const summary = 'This is what the report says in short, and it is not long. ';
  const report = "Le ministre a déclaré que l'alliance n'enverra pas de troupes dans la région. ";
  expect(detectLanguage(summary.repeat(40) + report.repeat(400))).toBe('fr');
});

test('what gives no hint counts as English', () => {
  for (const text of ['', '😀', '2027: 500', 'NATO']) expect(detectLanguage(text)).toBe('en');
});
