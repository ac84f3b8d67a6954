// English: the page that stands in when the office cannot be reached. Not of the dictionary: nothing but this page is there then.
export const offline = {
  title: { network: 'There is no network', server: 'The office does not answer' },
  text: {
    network: 'This device is not connected to any network. Look at its Wi-Fi, its mobile data, or flight mode.',
    server: 'This device has a network, but {host} does not answer. It may be starting anew, be switched off, or the way to it is cut.',
  },
  again: 'As soon as there is an answer, the office is here again by itself.',
  tryNow: 'Look now',
};
